<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>ActionsPage</name>
    <message numerus="yes">
      <source>%n action(s)</source>
      <translation>
        <numerusform>%n action</numerusform>
        <numerusform>%n actions</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n late</source>
      <translation>
        <numerusform>%n late</numerusform>
        <numerusform>%n late</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ActsView</name>
    <message numerus="yes">
      <source>%n left as they were:</source>
      <translation>
        <numerusform>%n left as it was:</numerusform>
        <numerusform>%n left as they were:</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Taken back in %n record(s).</source>
      <translation>
        <numerusform>Taken back in %n record.</numerusform>
        <numerusform>Taken back in %n records.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>BackupsTab</name>
    <message numerus="yes">
      <source>The backup opens, but %n attachment(s) are missing.</source>
      <translation>
        <numerusform>The backup opens, but %n attachment is missing.</numerusform>
        <numerusform>The backup opens, but %n attachments are missing.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n attachment(s) are missing in the desk itself.</source>
      <translation>
        <numerusform>%n attachment is missing in the desk itself.</numerusform>
        <numerusform>%n attachments are missing in the desk itself.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>On another medium: %n day(s) ago.</source>
      <translation>
        <numerusform>On another medium: %n day ago.</numerusform>
        <numerusform>On another medium: %n days ago.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>CheckTab</name>
    <message numerus="yes">
      <source>%n fault(s) found</source>
      <translation>
        <numerusform>%n fault found</numerusform>
        <numerusform>%n faults found</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ClauseList</name>
    <message numerus="yes">
      <source>%n issued opinion(s) took the opposite position.</source>
      <translation>
        <numerusform>%n issued opinion took the opposite position.</numerusform>
        <numerusform>%n issued opinions took the opposite position.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>DocumentActs</name>
    <message numerus="yes">
      <source>%n document(s) are as they were before.</source>
      <translation>
        <numerusform>%n document is as it was before.</numerusform>
        <numerusform>%n documents are as they were before.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n document(s) changed. Ctrl+Z takes it back.</source>
      <translation>
        <numerusform>%n document changed. Ctrl+Z takes it back.</numerusform>
        <numerusform>%n documents changed. Ctrl+Z takes it back.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n left as they were:</source>
      <translation>
        <numerusform>%n left as it was:</numerusform>
        <numerusform>%n left as they were:</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) attached.</source>
      <translation>
        <numerusform>%n file attached.</numerusform>
        <numerusform>%n files attached.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>FacetPanel</name>
    <message numerus="yes">
      <source>%n more</source>
      <translation>
        <numerusform>%n more</numerusform>
        <numerusform>%n more</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Hand</name>
    <message numerus="yes">
      <source>%n attachment(s)</source>
      <translation>
        <numerusform>%n attachment</numerusform>
        <numerusform>%n attachments</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>HandoverDialog</name>
    <message numerus="yes">
      <source>%n record(s) changed hands; the history can take it back.</source>
      <translation>
        <numerusform>%n record changed hands; the history can take it back.</numerusform>
        <numerusform>%n records changed hands; the history can take it back.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>IncomingActs</name>
    <message numerus="yes">
      <source>%n file(s) brought back.</source>
      <translation>
        <numerusform>%n file brought back.</numerusform>
        <numerusform>%n files brought back.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) set aside; they can be brought back.</source>
      <translation>
        <numerusform>%n file set aside; it can be brought back.</numerusform>
        <numerusform>%n files set aside; they can be brought back.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) go for good, and nothing of them stays.</source>
      <translation>
        <numerusform>%n file goes for good, and nothing of it stays.</numerusform>
        <numerusform>%n files go for good, and nothing of them stays.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n page(s), about</source>
      <translation>
        <numerusform>%n page, about</numerusform>
        <numerusform>%n pages, about</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n second(s).</source>
      <translation>
        <numerusform>%n second.</numerusform>
        <numerusform>%n seconds.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>IncomingPage</name>
    <message numerus="yes">
      <source>%n file(s) arrived.</source>
      <translation>
        <numerusform>%n file arrived.</numerusform>
        <numerusform>%n files arrived.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) waited already.</source>
      <translation>
        <numerusform>%n file waited already.</numerusform>
        <numerusform>%n files waited already.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) refused:</source>
      <translation>
        <numerusform>%n file refused:</numerusform>
        <numerusform>%n files refused:</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>IntakeActs</name>
    <message numerus="yes">
      <source>%n document(s) registered.</source>
      <translation>
        <numerusform>%n document registered.</numerusform>
        <numerusform>%n documents registered.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) refused:</source>
      <translation>
        <numerusform>%n file refused:</numerusform>
        <numerusform>%n files refused:</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>LockFields</name>
    <message numerus="yes">
      <source>%n minute(s) of rest</source>
      <translation>
        <numerusform>%n minute of rest</numerusform>
        <numerusform>%n minutes of rest</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n second(s)</source>
      <translation>
        <numerusform>%n second</numerusform>
        <numerusform>%n seconds</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>MemoPreview</name>
    <message numerus="yes">
      <source>%n page(s)</source>
      <translation>
        <numerusform>%n page</numerusform>
        <numerusform>%n pages</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>OpenBackupDialog</name>
    <message numerus="yes">
      <source>%n file(s) are missing in it.</source>
      <translation>
        <numerusform>%n file is missing in it.</numerusform>
        <numerusform>%n files are missing in it.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>PackDialog</name>
    <message numerus="yes">
      <source>%n document(s) chosen</source>
      <translation>
        <numerusform>%n document chosen</numerusform>
        <numerusform>%n documents chosen</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>RegistersPage</name>
    <message numerus="yes">
      <source>%n entry(ies)</source>
      <translation>
        <numerusform>%n entry</numerusform>
        <numerusform>%n entries</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>RestoreDialog</name>
    <message numerus="yes">
      <source>%n attachment(s) missing in it</source>
      <translation>
        <numerusform>%n attachment missing in it</numerusform>
        <numerusform>%n attachments missing in it</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ReturnedDialog</name>
    <message numerus="yes">
      <source>%n paragraph(s) changed since it went out.</source>
      <translation>
        <numerusform>%n paragraph changed since it went out.</numerusform>
        <numerusform>%n paragraphs changed since it went out.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>RevisionsDialog</name>
    <message numerus="yes">
      <source>%n block(s) changed</source>
      <translation>
        <numerusform>%n block changed</numerusform>
        <numerusform>%n blocks changed</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>DifferencePane</name>
    <message numerus="yes">
      <source>%n entry(ies)</source>
      <translation>
        <numerusform>%n entry</numerusform>
        <numerusform>%n entries</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>EntriesTab</name>
    <message numerus="yes">
      <source>%n entry(ies)</source>
      <translation>
        <numerusform>%n entry</numerusform>
        <numerusform>%n entries</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ListsActs</name>
    <message numerus="yes">
      <source>%n decision(s) are open again.</source>
      <translation>
        <numerusform>%n decision is open again.</numerusform>
        <numerusform>%n decisions are open again.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Reasons for listing were kept with %n entry(ies).</source>
      <translation>
        <numerusform>Reasons for listing were kept with %n entry.</numerusform>
        <numerusform>Reasons for listing were kept with %n entries.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ListsTab</name>
    <message numerus="yes">
      <source>%n entry(ies)</source>
      <translation>
        <numerusform>%n entry</numerusform>
        <numerusform>%n entries</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>HitsTab</name>
    <message numerus="yes">
      <source>%n document(s) wait to be compared with the lists.</source>
      <translation>
        <numerusform>%n document waits to be compared with the lists.</numerusform>
        <numerusform>%n documents wait to be compared with the lists.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n name(s) to look at</source>
      <translation>
        <numerusform>%n name to look at</numerusform>
        <numerusform>%n names to look at</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>NamesWatch</name>
    <message numerus="yes">
      <source>%n name(s) of the lists were found in texts.</source>
      <translation>
        <numerusform>%n name of the lists was found in a text.</numerusform>
        <numerusform>%n names of the lists were found in texts.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>NamesTab</name>
    <message numerus="yes">
      <source>%n entry(ies) may be meant.</source>
      <translation>
        <numerusform>%n entry may be meant.</numerusform>
        <numerusform>%n entries may be meant.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s)</source>
      <translation>
        <numerusform>%n row</numerusform>
        <numerusform>%n rows</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>TableForm</name>
    <message numerus="yes">
      <source>Compare %n name(s)</source>
      <translation>
        <numerusform>Compare %n name</numerusform>
        <numerusform>Compare %n names</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>OutActs</name>
    <message numerus="yes">
      <source>%n row(s), as they read now, are approved by a colleague.</source>
      <translation>
        <numerusform>%n row, as it reads now, is approved by a colleague.</numerusform>
        <numerusform>%n rows, as they read now, are approved by a colleague.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SearchAdvice</name>
    <message numerus="yes">
      <source>%n document(s) if you drop {0}</source>
      <translation>
        <numerusform>%n document if you drop {0}</numerusform>
        <numerusform>%n documents if you drop {0}</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SearchBar</name>
    <message numerus="yes">
      <source>%n document(s)</source>
      <translation>
        <numerusform>%n document</numerusform>
        <numerusform>%n documents</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SelectionBar</name>
    <message numerus="yes">
      <source>%n document(s) chosen</source>
      <translation>
        <numerusform>%n chosen</numerusform>
        <numerusform>%n chosen</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>UnlockView</name>
    <message numerus="yes">
      <source>Next try in %n second(s).</source>
      <translation>
        <numerusform>Next try in %n second.</numerusform>
        <numerusform>Next try in %n seconds.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Workspace</name>
    <message numerus="yes">
      <source>%n word(s)</source>
      <translation>
        <numerusform>%n word</numerusform>
        <numerusform>%n words</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n page(s)</source>
      <translation>
        <numerusform>%n page</numerusform>
        <numerusform>%n pages</numerusform>
      </translation>
    </message>
  </context>
</TS>
