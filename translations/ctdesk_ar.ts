<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
  <context>
    <name>Actions</name>
    <message>
      <source>Desk</source>
      <translation>المكتب</translation>
    </message>
    <message>
      <source>Arrivals</source>
      <translation>الوارد</translation>
    </message>
    <message>
      <source>Document</source>
      <translation>الوثيقة</translation>
    </message>
    <message>
      <source>Opinion</source>
      <translation>الرأي</translation>
    </message>
    <message>
      <source>Go</source>
      <translation>انتقال</translation>
    </message>
    <message>
      <source>View</source>
      <translation>عرض</translation>
    </message>
    <message>
      <source>Register and next</source>
      <translation>تسجيل والتالي</translation>
    </message>
    <message>
      <source>Accept all that was read</source>
      <translation>قبول كل ما قُرئ</translation>
    </message>
    <message>
      <source>Next without registering</source>
      <translation>التالي دون تسجيل</translation>
    </message>
    <message>
      <source>Previous file</source>
      <translation>الملف السابق</translation>
    </message>
    <message>
      <source>Set aside / bring back</source>
      <translation>تنحية / إعادة</translation>
    </message>
    <message>
      <source>Drop for good…</source>
      <translation>إهمال نهائي…</translation>
    </message>
    <message>
      <source>Original file…</source>
      <translation>الملف الأصلي…</translation>
    </message>
    <message>
      <source>Recognise the text of the scan…</source>
      <translation>استخراج نص الصورة آلياً…</translation>
    </message>
    <message>
      <source>Wrong letters?…</source>
      <translation>حروف غير مقروءة؟…</translation>
    </message>
    <message>
      <source>Documents</source>
      <translation>الوثائق</translation>
    </message>
    <message>
      <source>Opinions</source>
      <translation>الآراء الفنية</translation>
    </message>
    <message>
      <source>Dossiers</source>
      <translation>الملفات</translation>
    </message>
    <message>
      <source>Follow-up</source>
      <translation>المتابعات</translation>
    </message>
    <message>
      <source>Safekeeping</source>
      <translation>حفظ المكتب</translation>
    </message>
    <message>
      <source>Registers</source>
      <translation>السجلات</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>بحث</translation>
    </message>
    <message>
      <source>Saved and recent searches</source>
      <translation>عمليات البحث المحفوظة والأخيرة</translation>
    </message>
    <message>
      <source>Only what is new since I last looked</source>
      <translation>ما استجدّ منذ آخر اطلاع فقط</translation>
    </message>
    <message>
      <source>Filters with counts</source>
      <translation>عوامل التصفية مع الأعداد</translation>
    </message>
    <message>
      <source>How to search</source>
      <translation>كيفية البحث</translation>
    </message>
    <message>
      <source>Back to what was read before</source>
      <translation>العودة إلى ما قُرئ قبلاً</translation>
    </message>
    <message>
      <source>Next pane</source>
      <translation>الجزء التالي من النافذة</translation>
    </message>
    <message>
      <source>Command box</source>
      <translation>صندوق الأوامر</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>المساعدة</translation>
    </message>
    <message>
      <source>Arabic / English</source>
      <translation>العربية / الإنكليزية</translation>
    </message>
    <message>
      <source>Light / dark</source>
      <translation>فاتح / داكن</translation>
    </message>
    <message>
      <source>Arabic-Indic / Western digits</source>
      <translation>الأرقام ١٢٣ / 123</translation>
    </message>
    <message>
      <source>Read again from the desk</source>
      <translation>تحديث البيانات</translation>
    </message>
    <message>
      <source>New report</source>
      <translation>تقرير جديد</translation>
    </message>
    <message>
      <source>Register files…</source>
      <translation>تسجيل ملفات…</translation>
    </message>
    <message>
      <source>Back up the desk…</source>
      <translation>نسخ المكتب احتياطياً…</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>الإعدادات</translation>
    </message>
    <message>
      <source>Lock</source>
      <translation>قفل</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>خروج</translation>
    </message>
    <message>
      <source>Draft opinion</source>
      <translation>رأي فني</translation>
    </message>
    <message>
      <source>Refer</source>
      <translation>إحالة</translation>
    </message>
    <message>
      <source>Change state</source>
      <translation>تغيير الحالة</translation>
    </message>
    <message>
      <source>Edit fields</source>
      <translation>تعديل الحقول</translation>
    </message>
    <message>
      <source>Margin note…</source>
      <translation>الهامش…</translation>
    </message>
    <message>
      <source>Ties to other documents…</source>
      <translation>الصلات بوثائق أخرى…</translation>
    </message>
    <message>
      <source>Attach files…</source>
      <translation>إرفاق ملفات…</translation>
    </message>
    <message>
      <source>Add a topic</source>
      <translation>إضافة موضوع</translation>
    </message>
    <message>
      <source>Export the list…</source>
      <translation>تصدير القائمة…</translation>
    </message>
    <message>
      <source>Take back the last act on several</source>
      <translation>التراجع عن آخر إجراء جماعي</translation>
    </message>
    <message>
      <source>Next hit in the text</source>
      <translation>الموضع التالي في النص</translation>
    </message>
    <message>
      <source>Previous hit in the text</source>
      <translation>الموضع السابق في النص</translation>
    </message>
    <message>
      <source>Add the passage as a source</source>
      <translation>إضافة الموضع مصدراً</translation>
    </message>
    <message>
      <source>Add a paragraph</source>
      <translation>إضافة فقرة</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>حفظ</translation>
    </message>
    <message>
      <source>A draft of the agreement…</source>
      <translation>مسودة للاتفاق…</translation>
    </message>
    <message>
      <source>Opinion on the agreement</source>
      <translation>رأي فني في الاتفاق</translation>
    </message>
    <message>
      <source>What did we say before on this?</source>
      <translation>ما قلناه سابقاً في هذا</translation>
    </message>
    <message>
      <source>Comment on the paragraph</source>
      <translation>ملاحظة على الفقرة</translation>
    </message>
    <message>
      <source>Compare revisions…</source>
      <translation>مقارنة النسخ…</translation>
    </message>
    <message>
      <source>Submit for review</source>
      <translation>رفع للمراجعة</translation>
    </message>
    <message>
      <source>Return for changes</source>
      <translation>إعادة للتعديل</translation>
    </message>
    <message>
      <source>Approve</source>
      <translation>إقرار</translation>
    </message>
    <message>
      <source>Agree to the lower classification</source>
      <translation>الموافقة على خفض درجة السرية</translation>
    </message>
    <message>
      <source>Issue</source>
      <translation>إصدار</translation>
    </message>
    <message>
      <source>Export the memo</source>
      <translation>تصدير المذكرة</translation>
    </message>
    <message>
      <source>Begin an opinion that amends this one</source>
      <translation>بدء رأي يعدّل هذا الرأي</translation>
    </message>
    <message>
      <source>Begin an opinion that supersedes this one</source>
      <translation>بدء رأي يلغي هذا الرأي ويحل محله</translation>
    </message>
    <message>
      <source>The memo as pages</source>
      <translation>المذكرة كصفحات</translation>
    </message>
    <message>
      <source>Open the memo in Word</source>
      <translation>فتح المذكرة في Word</translation>
    </message>
    <message>
      <source>Back from signature…</source>
      <translation>عودة المذكرة من التوقيع…</translation>
    </message>
    <message>
      <source>Copy the entry's name</source>
      <translation>نسخ اسم القيد</translation>
    </message>
    <message>
      <source>Import a list…</source>
      <translation>استيراد قائمة…</translation>
    </message>
    <message>
      <source>Leave it</source>
      <translation>تركها</translation>
    </message>
    <message>
      <source>Put into force</source>
      <translation>وضعها موضع النفاذ</translation>
    </message>
    <message>
      <source>Screening</source>
      <translation>القوائم والمطابقة</translation>
    </message>
    <message>
      <source>Template of the national list…</source>
      <translation>نموذج القائمة الوطنية…</translation>
    </message>
    <message>
      <source>Compare what waits with the lists</source>
      <translation>مطابقة ما ينتظر مع القوائم</translation>
    </message>
    <message>
      <source>Confirm…</source>
      <translation>تأكيد…</translation>
    </message>
    <message>
      <source>Decide anew</source>
      <translation>إعادة البت</translation>
    </message>
    <message>
      <source>Exclude…</source>
      <translation>استبعاد…</translation>
    </message>
    <message>
      <source>Names of the lists in the text</source>
      <translation>أسماء القوائم في النص</translation>
    </message>
    <message>
      <source>Next name</source>
      <translation>الاسم التالي</translation>
    </message>
    <message>
      <source>Open the entry</source>
      <translation>فتح القيد</translation>
    </message>
    <message>
      <source>Previous name</source>
      <translation>الاسم السابق</translation>
    </message>
    <message>
      <source>Undecided</source>
      <translation>غير محسومة</translation>
    </message>
    <message>
      <source>Hand over work…</source>
      <translation>تسليم العمل…</translation>
    </message>
    <message>
      <source>History of the desk</source>
      <translation>سجل حركات المكتب</translation>
    </message>
    <message>
      <source>History of the record</source>
      <translation>سجل حركات القيد</translation>
    </message>
    <message>
      <source>Compare a name with the lists</source>
      <translation>مطابقة اسم مع القوائم</translation>
    </message>
    <message>
      <source>Compare a table of names…</source>
      <translation>مطابقة جدول أسماء…</translation>
    </message>
    <message>
      <source>Evidence sheet…</source>
      <translation>محضر المطابقة…</translation>
    </message>
    <message>
      <source>Result of the table to Excel…</source>
      <translation>نتيجة الجدول بصيغة Excel…</translation>
    </message>
    <message>
      <source>Result of the table to Word…</source>
      <translation>نتيجة الجدول بصيغة Word…</translation>
    </message>
    <message>
      <source>Sheet of the name that was asked for…</source>
      <translation>محضر مطابقة هذا الاسم…</translation>
    </message>
    <message>
      <source>A colleague approves…</source>
      <translation>إقرار زميل…</translation>
    </message>
    <message>
      <source>Add a row…</source>
      <translation>إضافة سطر…</translation>
    </message>
    <message>
      <source>Change the row…</source>
      <translation>تعديل السطر…</translation>
    </message>
    <message>
      <source>Let out as Excel…</source>
      <translation>إخراج بصيغة Excel…</translation>
    </message>
    <message>
      <source>Let out as Word…</source>
      <translation>إخراج بصيغة Word…</translation>
    </message>
    <message>
      <source>New list of names…</source>
      <translation>قائمة أسماء جديدة…</translation>
    </message>
    <message>
      <source>Take off the list…</source>
      <translation>إزالة من القائمة…</translation>
    </message>
    <message>
      <source>Withdraw my approval</source>
      <translation>سحب إقراري</translation>
    </message>
    <message>
      <source>Put on a list of names that leaves…</source>
      <translation>إضافته إلى قائمة أسماء خارجة…</translation>
    </message>
    <message>
      <source>Make a pack…</source>
      <translation>إعداد حزمة…</translation>
    </message>
    <message>
      <source>Pack for another desk…</source>
      <translation>حزمة إلى مكتب آخر…</translation>
    </message>
    <message>
      <source>Take in a pack…</source>
      <translation>إدخال حزمة…</translation>
    </message>
  </context>
  <context>
    <name>ActionsPage</name>
    <message>
      <source>The state was changed.</source>
      <translation>تغيرت الحالة.</translation>
    </message>
    <message>
      <source>Follow-up</source>
      <translation>المتابعات</translation>
    </message>
    <message>
      <source>Change the state</source>
      <translation>تغيير الحالة</translation>
    </message>
    <message>
      <source>Open its document</source>
      <translation>فتح وثيقتها</translation>
    </message>
    <message numerus="yes">
      <source>%n action(s)</source>
      <translation>
        <numerusform>لا متابعات</numerusform>
        <numerusform>متابعة واحدة</numerusform>
        <numerusform>متابعتان</numerusform>
        <numerusform>%n متابعات</numerusform>
        <numerusform>%n متابعة</numerusform>
        <numerusform>%n متابعة</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n late</source>
      <translation>
        <numerusform>لا متأخرات</numerusform>
        <numerusform>متأخرة واحدة</numerusform>
        <numerusform>متأخرتان</numerusform>
        <numerusform>%n متأخرات</numerusform>
        <numerusform>%n متأخرة</numerusform>
        <numerusform>%n متأخرة</numerusform>
      </translation>
    </message>
    <message>
      <source>late</source>
      <translation>متأخرة</translation>
    </message>
  </context>
  <context>
    <name>ActsView</name>
    <message numerus="yes">
      <source>%n left as they were:</source>
      <translation>
        <numerusform>لم يُترك شيء:</numerusform>
        <numerusform>تُرك قيد واحد كما هو:</numerusform>
        <numerusform>تُرك قيدان كما هما:</numerusform>
        <numerusform>تُركت %n قيود كما هي:</numerusform>
        <numerusform>تُرك %n قيداً كما هو:</numerusform>
        <numerusform>تُرك %n قيد كما هو:</numerusform>
      </translation>
    </message>
    <message>
      <source>Acts, the newest first</source>
      <translation>الحركات، الأحدث أولاً</translation>
    </message>
    <message>
      <source>Excel…</source>
      <translation>ملف Excel…</translation>
    </message>
    <message>
      <source>No act is like that. Show all acts to begin anew.</source>
      <translation>لا حركة بهذا الوصف. أظهر كل الحركات لتبدأ من جديد.</translation>
    </message>
    <message numerus="yes">
      <source>Taken back in %n record(s).</source>
      <translation>
        <numerusform>لم يُتراجع في أي قيد.</numerusform>
        <numerusform>جرى التراجع في قيد واحد.</numerusform>
        <numerusform>جرى التراجع في قيدين.</numerusform>
        <numerusform>جرى التراجع في %n قيود.</numerusform>
        <numerusform>جرى التراجع في %n قيداً.</numerusform>
        <numerusform>جرى التراجع في %n قيد.</numerusform>
      </translation>
    </message>
    <message>
      <source>The acts that are shown, with their fields</source>
      <translation>الحركات الظاهرة مع حقولها</translation>
    </message>
    <message>
      <source>The history lies at {0}. It is not encrypted there.</source>
      <translation>سجل الحركات في {0}، وهو هناك غير مشفر.</translation>
    </message>
    <message>
      <source>Word…</source>
      <translation>ملف Word…</translation>
    </message>
    <message>
      <source>Written again: {0}</source>
      <translation>أُعيد ما كان في: {0}</translation>
    </message>
  </context>
  <context>
    <name>ArticleFields</name>
    <message>
      <source>Article</source>
      <translation>المادة</translation>
    </message>
    <message>
      <source>Text received</source>
      <translation>النص الوارد</translation>
    </message>
    <message>
      <source>Proposed wording</source>
      <translation>النص المقترح</translation>
    </message>
    <message>
      <source>Arabic</source>
      <translation>العربية</translation>
    </message>
    <message>
      <source>English</source>
      <translation>الإنكليزية</translation>
    </message>
  </context>
  <context>
    <name>BackupField</name>
    <message>
      <source>Back up the desk…</source>
      <translation>نسخ المكتب احتياطياً…</translation>
    </message>
    <message>
      <source>An encrypted copy that opens with the passphrase of today.</source>
      <translation>نسخة مشفرة تُفتح بعبارة المرور المعتمدة اليوم.</translation>
    </message>
    <message>
      <source>Backing up…</source>
      <translation>يجري النسخ الاحتياطي…</translation>
    </message>
    <message>
      <source>The backup lies at {0}.</source>
      <translation>النسخة الاحتياطية في {0}.</translation>
    </message>
  </context>
  <context>
    <name>BackupSettings</name>
    <message>
      <source>Second place, such as a stick: none.</source>
      <translation>المكان الثاني، مثل ذاكرة محمولة: لا يوجد.</translation>
    </message>
    <message>
      <source>not connected now</source>
      <translation>غير متصل الآن</translation>
    </message>
    <message>
      <source>Second place: {0}</source>
      <translation>المكان الثاني: {0}</translation>
    </message>
    <message>
      <source>Back up each day when the desk is closed</source>
      <translation>نسخة احتياطية كل يوم عند إغلاق المكتب</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>اختيار…</translation>
    </message>
    <message>
      <source>None</source>
      <translation>بلا مكان ثانٍ</translation>
    </message>
    <message>
      <source>Backups are encrypted with the desk's own key and open with the passphrases of their day. Seven days, four weeks and twelve months are kept.</source>
      <translation>النسخ مشفّرة بمفتاح المكتب نفسه وتُفتح بعبارات المرور السارية يوم كتابتها. يُحتفظ بسبعة أيام وأربعة أسابيع واثني عشر شهراً.</translation>
    </message>
    <message>
      <source>Second place for backups</source>
      <translation>المكان الثاني للنسخ الاحتياطية</translation>
    </message>
  </context>
  <context>
    <name>BackupsTab</name>
    <message>
      <source>Looking into the backup…</source>
      <translation>جارٍ النظر في النسخة…</translation>
    </message>
    <message numerus="yes">
      <source>The backup opens, but %n attachment(s) are missing.</source>
      <translation>
        <numerusform>النسخة تُفتح ولا ينقصها مرفق.</numerusform>
        <numerusform>النسخة تُفتح، لكن ينقصها مرفق واحد.</numerusform>
        <numerusform>النسخة تُفتح، لكن ينقصها مرفقان.</numerusform>
        <numerusform>النسخة تُفتح، لكن تنقصها %n مرفقات.</numerusform>
        <numerusform>النسخة تُفتح، لكن ينقصها %n مرفقاً.</numerusform>
        <numerusform>النسخة تُفتح، لكن ينقصها %n مرفق.</numerusform>
      </translation>
    </message>
    <message>
      <source>The backup opens and is whole: {0} documents, {1} files.</source>
      <translation>النسخة تُفتح وهي سليمة: عدد الوثائق {0}، عدد الملفات {1}.</translation>
    </message>
    <message>
      <source>The checked backup lies at {0}.</source>
      <translation>النسخة المدققة في {0}.</translation>
    </message>
    <message numerus="yes">
      <source>%n attachment(s) are missing in the desk itself.</source>
      <translation>
        <numerusform>لا ينقص المكتبَ نفسه مرفق.</numerusform>
        <numerusform>ينقص المكتبَ نفسه مرفق واحد.</numerusform>
        <numerusform>ينقص المكتبَ نفسه مرفقان.</numerusform>
        <numerusform>تنقص المكتبَ نفسه %n مرفقات.</numerusform>
        <numerusform>ينقص المكتبَ نفسه %n مرفقاً.</numerusform>
        <numerusform>ينقص المكتبَ نفسه %n مرفق.</numerusform>
      </translation>
    </message>
    <message>
      <source>Back up now</source>
      <translation>نسخ احتياطي الآن</translation>
    </message>
    <message>
      <source>Back up to a folder…</source>
      <translation>نسخ احتياطي إلى مجلد…</translation>
    </message>
    <message>
      <source>Open a backup…</source>
      <translation>فتح نسخة احتياطية…</translation>
    </message>
    <message>
      <source>Try it out</source>
      <translation>تجربة النسخة</translation>
    </message>
    <message>
      <source>What would restoring change?…</source>
      <translation>ما يغيّره الاسترجاع…</translation>
    </message>
    <message>
      <source>Backups</source>
      <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
      <source>Written</source>
      <translation>كُتبت</translation>
    </message>
    <message>
      <source>Occasion</source>
      <translation>المناسبة</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>المكان</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>الحجم</translation>
    </message>
    <message>
      <source>Tried out</source>
      <translation>جُرّبت</translation>
    </message>
    <message>
      <source>Last backup beside the desk: {0}</source>
      <translation>آخر نسخة بجانب المكتب: {0}</translation>
    </message>
    <message>
      <source>There is no backup beside the desk yet.</source>
      <translation>لا نسخة احتياطية بجانب المكتب بعد.</translation>
    </message>
    <message>
      <source>None was ever written to another medium: keep one in the safe.</source>
      <translation>لم تُكتب نسخة على وسيط آخر قط: احتفظ بواحدة في الخزنة.</translation>
    </message>
    <message>
      <source>On another medium: today.</source>
      <translation>على وسيط آخر: اليوم.</translation>
    </message>
    <message numerus="yes">
      <source>On another medium: %n day(s) ago.</source>
      <translation>
        <numerusform>على وسيط آخر: اليوم.</numerusform>
        <numerusform>على وسيط آخر: قبل يوم.</numerusform>
        <numerusform>على وسيط آخر: قبل يومين.</numerusform>
        <numerusform>على وسيط آخر: قبل %n أيام.</numerusform>
        <numerusform>على وسيط آخر: قبل %n يوماً.</numerusform>
        <numerusform>على وسيط آخر: قبل %n يوم.</numerusform>
      </translation>
    </message>
    <message>
      <source>second place</source>
      <translation>المكان الثاني</translation>
    </message>
    <message>
      <source>beside the desk</source>
      <translation>بجانب المكتب</translation>
    </message>
    <message>
      <source>{0} MB</source>
      <translation>{0} م.ب</translation>
    </message>
    <message>
      <source>never</source>
      <translation>لم تُجرَّب</translation>
    </message>
  </context>
  <context>
    <name>BackupWay</name>
    <message>
      <source>Open a backup…</source>
      <translation>فتح نسخة احتياطية…</translation>
    </message>
  </context>
  <context>
    <name>Beside</name>
    <message>
      <source>Sources</source>
      <translation>المصادر</translation>
    </message>
    <message>
      <source>Said before</source>
      <translation>ما قلناه سابقاً</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>المراجعة</translation>
    </message>
  </context>
  <context>
    <name>BlockColumn</name>
    <message>
      <source>Move up</source>
      <translation>تحريك إلى أعلى</translation>
    </message>
    <message>
      <source>Move down</source>
      <translation>تحريك إلى أسفل</translation>
    </message>
    <message>
      <source>Add an article row below</source>
      <translation>إضافة مادة بعدها</translation>
    </message>
    <message>
      <source>Take source {0} away</source>
      <translation>إزالة المصدر {0}</translation>
    </message>
    <message>
      <source>Remove the block</source>
      <translation>حذف المقطع</translation>
    </message>
  </context>
  <context>
    <name>BlockEditor</name>
    <message>
      <source>Arabic text of the block</source>
      <translation>النص العربي للمقطع</translation>
    </message>
    <message>
      <source>English text of the block</source>
      <translation>النص الإنكليزي للمقطع</translation>
    </message>
    <message>
      <source>What can be done with this block</source>
      <translation>إجراءات المقطع</translation>
    </message>
    <message>
      <source>Remarks</source>
      <translation>ملاحظات القسم</translation>
    </message>
    <message>
      <source>Heading</source>
      <translation>عنوان</translation>
    </message>
    <message>
      <source>The English twin is missing</source>
      <translation>الصيغة الإنكليزية غير مكتوبة</translation>
    </message>
    <message>
      <source>The Arabic twin is missing</source>
      <translation>الصيغة العربية غير مكتوبة</translation>
    </message>
    <message>
      <source>no English twin</source>
      <translation>تنقصها الصيغة الإنكليزية</translation>
    </message>
    <message>
      <source>no Arabic twin</source>
      <translation>تنقصها الصيغة العربية</translation>
    </message>
  </context>
  <context>
    <name>BulkActs</name>
    <message>
      <source>Reason (it stays in the register):</source>
      <translation>السبب (يبقى في السجل):</translation>
    </message>
    <message>
      <source>List as Word…</source>
      <translation>القائمة بصيغة Word…</translation>
    </message>
    <message>
      <source>List as Excel…</source>
      <translation>القائمة بصيغة Excel…</translation>
    </message>
    <message>
      <source>The list lies at {0}. It is not encrypted there.</source>
      <translation>القائمة محفوظة في {0} وهي غير مشفرة هناك.</translation>
    </message>
  </context>
  <context>
    <name>ChainCard</name>
    <message>
      <source>Check now</source>
      <translation>تدقيق الآن</translation>
    </message>
    <message>
      <source>Check the chain</source>
      <translation>تدقيق السلسلة</translation>
    </message>
    <message>
      <source>Every entry of the history names the one before it. What was altered, taken out or cut off is found, and the first of it is named.</source>
      <translation>كل قيد في سجل الحركات يحمل بصمة ما قبله، فيُعرف ما غُيّر أو حُذف أو قُطع، ويُسمّى أول موضع فيه.</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>إيقاف</translation>
    </message>
  </context>
  <context>
    <name>CheckField</name>
    <message>
      <source>Look again</source>
      <translation>إعادة الفحص</translation>
    </message>
  </context>
  <context>
    <name>CheckTab</name>
    <message>
      <source>Putting it right…</source>
      <translation>جارٍ الإصلاح…</translation>
    </message>
    <message>
      <source>What could be put right was, and the desk was checked again.</source>
      <translation>أُصلح ما أمكن إصلاحه، وفُحص المكتب من جديد.</translation>
    </message>
    <message>
      <source>Looks at every page of the database, the whole history, every record and number, the search index, the attachments and the seals of the backups. Nothing is changed.</source>
      <translation>يفحص كل صفحات قاعدة البيانات وسجل الحركات كله وكل قيد ورقم وفهرس البحث والمرفقات وأختام النسخ الاحتياطية. لا يغيّر شيئاً.</translation>
    </message>
    <message>
      <source>Check the desk now</source>
      <translation>فحص المكتب الآن</translation>
    </message>
    <message>
      <source>Put right what can be</source>
      <translation>إصلاح ما يمكن</translation>
    </message>
    <message>
      <source>Never checked on this machine.</source>
      <translation>لم يُفحص على هذا الجهاز بعد.</translation>
    </message>
    <message>
      <source>Last checked: {0}</source>
      <translation>آخر فحص: {0}</translation>
    </message>
    <message numerus="yes">
      <source>%n fault(s) found</source>
      <translation>
        <numerusform>لا خلل</numerusform>
        <numerusform>وُجد خلل واحد</numerusform>
        <numerusform>وُجد خللان</numerusform>
        <numerusform>وُجدت %n مواضع خلل</numerusform>
        <numerusform>وُجد %n موضع خلل</numerusform>
        <numerusform>وُجد %n موضع خلل</numerusform>
      </translation>
    </message>
    <message>
      <source>all was sound</source>
      <translation>وكان كل شيء سليماً</translation>
    </message>
    <message>
      <source>The check was stopped; until then this was found:</source>
      <translation>أُوقف الفحص؛ وُجد حتى ذلك الحين:</translation>
    </message>
    <message>
      <source>All is sound.</source>
      <translation>كل شيء سليم.</translation>
    </message>
  </context>
  <context>
    <name>ChipsEditor</name>
    <message>
      <source>“{0}” is not on the list.</source>
      <translation>«{0}» غير موجود في القائمة.</translation>
    </message>
    <message>
      <source>No more than {0}.</source>
      <translation>لا أكثر من {0}.</translation>
    </message>
    <message>
      <source>Take {0} away</source>
      <translation>إزالة {0}</translation>
    </message>
    <message>
      <source>New: {0}. Added to the parties, to be checked.</source>
      <translation>جديد: {0}. يُضاف إلى الجهات للتدقيق.</translation>
    </message>
  </context>
  <context>
    <name>ClassificationBanner</name>
    <message>
      <source>Classification: {0}</source>
      <translation>درجة السرية: {0}</translation>
    </message>
    <message>
      <source>No record is open</source>
      <translation>لا قيد مفتوح</translation>
    </message>
  </context>
  <context>
    <name>ClauseList</name>
    <message>
      <source>Past positions on articles of this kind</source>
      <translation>مواقف سابقة من مواد من هذا النوع</translation>
    </message>
    <message>
      <source>No issued opinion speaks of an article of this kind yet.</source>
      <translation>لا رأي صادراً عن مادة من هذا النوع بعد.</translation>
    </message>
    <message numerus="yes">
      <source>%n issued opinion(s) took the opposite position.</source>
      <translation>
        <numerusform>لا رأي بموقف مخالف</numerusform>
        <numerusform>رأي صادر واحد بموقف مخالف.</numerusform>
        <numerusform>رأيان صادران بموقف مخالف.</numerusform>
        <numerusform>%n آراء صادرة بموقف مخالف.</numerusform>
        <numerusform>%n رأياً صادراً بموقف مخالف.</numerusform>
        <numerusform>%n رأي صادر بموقف مخالف.</numerusform>
      </translation>
    </message>
    <message>
      <source>Past positions, the most alike first; Enter takes one.</source>
      <translation>مواقف سابقة، أقربها أولاً؛ يأخذ مفتاح Enter صياغتها.</translation>
    </message>
    <message>
      <source>opposite</source>
      <translation>مخالف</translation>
    </message>
  </context>
  <context>
    <name>OfficerForm</name>
    <message>
      <source>Change an officer</source>
      <translation>تعديل بيانات موظف</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>حفظ</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
    <message>
      <source>Nobody raises their own role or clearance.</source>
      <translation>لا يرفع أحد صفته أو درجة اطلاعه بنفسه.</translation>
    </message>
  </context>
  <context>
    <name>OfficersField</name>
    <message>
      <source>Saved.</source>
      <translation>حُفظ.</translation>
    </message>
    <message>
      <source>{0} opens this desk no more. The name stays in the history.</source>
      <translation>لم يعد {0} يفتح هذا المكتب، ويبقى اسمه في سجل الحركات.</translation>
    </message>
    <message>
      <source>Officer</source>
      <translation>الموظف</translation>
    </message>
    <message>
      <source>Officers of this desk</source>
      <translation>موظفو هذا المكتب</translation>
    </message>
    <message>
      <source>Add an officer…</source>
      <translation>إضافة موظف…</translation>
    </message>
    <message>
      <source>Change…</source>
      <translation>تعديل…</translation>
    </message>
    <message>
      <source>Let go…</source>
      <translation>إنهاء العمل…</translation>
    </message>
    <message>
      <source>Role and clearance are rules of the house against mistakes: on one encrypted file they are no lock against somebody who holds a passphrase of the desk.</source>
      <translation>الصفة ودرجة الاطلاع ضوابط داخلية تمنع الخطأ: فالمكتب ملف مشفر واحد، وليست قفلاً أمام من يحمل عبارة مرور له.</translation>
    </message>
    <message>
      <source>Let {0} go? Their passphrase opens this desk no more.</source>
      <translation>إنهاء عمل {0} على المكتب؟ لن تفتحه عبارة مروره بعد ذلك.</translation>
    </message>
    <message>
      <source>Backups made until now still open with it.</source>
      <translation>تبقى النسخ الاحتياطية السابقة تُفتح بها.</translation>
    </message>
    <message>
      <source>Let go</source>
      <translation>إنهاء العمل</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
  </context>
  <context>
    <name>ColleaguesForm</name>
    <message>
      <source>{0} can open the desk now, with the passphrase that was given.</source>
      <translation>يستطيع {0} فتح المكتب الآن بعبارة المرور التي أُعطيت.</translation>
    </message>
    <message>
      <source>Passphrase of the new officer</source>
      <translation>عبارة مرور الموظف الجديد</translation>
    </message>
    <message>
      <source>The same again</source>
      <translation>إعادتها</translation>
    </message>
    <message>
      <source>Your own passphrase</source>
      <translation>عبارة مرورك أنت</translation>
    </message>
    <message>
      <source>Add the officer</source>
      <translation>إضافة الموظف</translation>
    </message>
  </context>
  <context>
    <name>CommandBox</name>
    <message>
      <source>What do you want to do, or which record?</source>
      <translation>الإجراء أو القيد المطلوب</translation>
    </message>
    <message>
      <source>Acts and records</source>
      <translation>الإجراءات والقيود</translation>
    </message>
  </context>
  <context>
    <name>CommentsPane</name>
    <message>
      <source>A comment goes to the paragraph that the caret is in.</source>
      <translation>تُسجَّل الملاحظة على الفقرة التي فيها المؤشر.</translation>
    </message>
    <message>
      <source>Comment</source>
      <translation>ملاحظة</translation>
    </message>
    <message>
      <source>What should be changed here, and why?</source>
      <translation>ما المطلوب تعديله هنا، ولماذا؟</translation>
    </message>
    <message>
      <source>No comment yet.</source>
      <translation>لا ملاحظات بعد.</translation>
    </message>
    <message>
      <source>To the paragraph {0}</source>
      <translation>إلى الفقرة {0}</translation>
    </message>
    <message>
      <source>To the block</source>
      <translation>إلى موضعها</translation>
    </message>
    <message>
      <source>Open again</source>
      <translation>إعادة فتحها</translation>
    </message>
    <message>
      <source>Settled</source>
      <translation>استوفيت</translation>
    </message>
    <message>
      <source>Decide about it</source>
      <translation>البت فيه</translation>
    </message>
  </context>
  <context>
    <name>ConflictsView</name>
    <message>
      <source>Conflicts</source>
      <translation>التعارضات</translation>
    </message>
    <message>
      <source>Noted</source>
      <translation>أخذ العلم</translation>
    </message>
    <message>
      <source>Nothing is in conflict. When two desks wrote the same field, both values are shown here, side by side.</source>
      <translation>لا تعارض. حين يكتب مكتبان في الحقل نفسه تظهر القيمتان هنا جنباً إلى جنب.</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>فتح</translation>
    </message>
    <message>
      <source>Parties that are here twice under one name, perhaps the same: {0}</source>
      <translation>جهات مكررة باسم واحد، لعلها جهة واحدة: {0}</translation>
    </message>
    <message>
      <source>Settle</source>
      <translation>حسم</translation>
    </message>
    <message>
      <source>Settled. Both values stay in the history.</source>
      <translation>حُسم التعارض. تبقى القيمتان في السجل.</translation>
    </message>
  </context>
  <context>
    <name>DateEditor</name>
    <message>
      <source>Not a date yet: day, month, year</source>
      <translation>التاريخ غير مكتمل: يوم، شهر، سنة</translation>
    </message>
  </context>
  <context>
    <name>DeedFilters</name>
    <message>
      <source>A day</source>
      <translation>يوم بعينه</translation>
    </message>
    <message>
      <source>All kinds of acts</source>
      <translation>كل أنواع الحركات</translation>
    </message>
    <message>
      <source>All machines</source>
      <translation>كل الأجهزة</translation>
    </message>
    <message>
      <source>All officers</source>
      <translation>كل الموظفين</translation>
    </message>
    <message>
      <source>Any day</source>
      <translation>أي يوم</translation>
    </message>
    <message>
      <source>Document no.</source>
      <translation>عدد وثيقة</translation>
    </message>
    <message>
      <source>Kind of act</source>
      <translation>نوع الحركة</translation>
    </message>
    <message>
      <source>Last month</source>
      <translation>الشهر الماضي</translation>
    </message>
    <message>
      <source>Machine</source>
      <translation>الجهاز</translation>
    </message>
    <message>
      <source>Officer</source>
      <translation>الموظف</translation>
    </message>
    <message>
      <source>Show all acts</source>
      <translation>إظهار كل الحركات</translation>
    </message>
    <message>
      <source>The last seven days</source>
      <translation>آخر سبعة أيام</translation>
    </message>
    <message>
      <source>This month</source>
      <translation>هذا الشهر</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>اليوم</translation>
    </message>
    <message>
      <source>When</source>
      <translation>الوقت</translation>
    </message>
    <message>
      <source>Yesterday</source>
      <translation>أمس</translation>
    </message>
  </context>
  <context>
    <name>DesksCard</name>
    <message>
      <source>Add a card…</source>
      <translation>إضافة بطاقة…</translation>
    </message>
    <message>
      <source>As other desks will see it:</source>
      <translation>كما تراه المكاتب الأخرى:</translation>
    </message>
    <message>
      <source>Compare words…</source>
      <translation>مقارنة الكلمات…</translation>
    </message>
    <message>
      <source>Key card</source>
      <translation>بطاقة مكتب</translation>
    </message>
    <message>
      <source>Name of this desk</source>
      <translation>اسم هذا المكتب</translation>
    </message>
    <message>
      <source>Name…</source>
      <translation>تسمية…</translation>
    </message>
    <message>
      <source>No more packs from {0}; what came stays.</source>
      <translation>لا تُقبل حزم أخرى من {0}، وما ورد باقٍ.</translation>
    </message>
    <message>
      <source>No other desk is known. Exchange key cards with it on a stick, then compare six words by telephone.</source>
      <translation>لا يُعرف مكتب آخر. تبادلا البطاقات على ذاكرة محمولة، ثم قارنا ست كلمات هاتفياً.</translation>
    </message>
    <message>
      <source>Other desks</source>
      <translation>المكاتب الأخرى</translation>
    </message>
    <message>
      <source>Save card…</source>
      <translation>حفظ البطاقة…</translation>
    </message>
    <message>
      <source>The card lies at {0}. Give it to the other desk: it is no secret.</source>
      <translation>البطاقة في {0}. سلّمها إلى المكتب الآخر، فهي ليست سرية.</translation>
    </message>
    <message>
      <source>This desk</source>
      <translation>هذا المكتب</translation>
    </message>
    <message>
      <source>Withdraw trust</source>
      <translation>سحب الاعتماد</translation>
    </message>
    <message>
      <source>no name yet</source>
      <translation>بلا اسم بعد</translation>
    </message>
    <message>
      <source>trusted since {0}</source>
      <translation>معتمد منذ {0}</translation>
    </message>
    <message>
      <source>words not compared yet</source>
      <translation>لم تُقارن الكلمات بعد</translation>
    </message>
    <message>
      <source>{0} is trusted: packs can go both ways.</source>
      <translation>{0} معتمد: تُتبادل الحزم معه في الاتجاهين.</translation>
    </message>
  </context>
  <context>
    <name>DifferenceDialog</name>
    <message>
      <source>What differs</source>
      <translation>مواضع الاختلاف</translation>
    </message>
    <message>
      <source>Registered under {0}</source>
      <translation>المسجل برقم القيد {0}</translation>
    </message>
    <message>
      <source>The file in hand</source>
      <translation>الملف الحالي</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>إغلاق</translation>
    </message>
  </context>
  <context>
    <name>DocumentActs</name>
    <message>
      <source>Referred to {0}.</source>
      <translation>أُحيلت إلى {0}.</translation>
    </message>
    <message>
      <source>With a due day and a note…</source>
      <translation>بموعد وهامش…</translation>
    </message>
    <message>
      <source>Document {0} is now: {1}.</source>
      <translation>الوثيقة {0} الآن: {1}.</translation>
    </message>
    <message>
      <source>No officer is entered in the desk yet.</source>
      <translation>لم يُدخل موظف في المكتب بعد.</translation>
    </message>
    <message>
      <source>Reason (it stays in the register):</source>
      <translation>السبب (يبقى في السجل):</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>فتح</translation>
    </message>
    <message>
      <source>Save a copy…</source>
      <translation>حفظ نسخة…</translation>
    </message>
    <message>
      <source>Check that it is unchanged</source>
      <translation>تدقيق سلامة الملف</translation>
    </message>
    <message>
      <source>{0} is as it was when it was registered. SHA-256: {1}</source>
      <translation>{0} مطابق لما كان عليه عند التسجيل. ‎SHA-256‎: {1}</translation>
    </message>
    <message>
      <source>The margin note was written.</source>
      <translation>كُتب الهامش.</translation>
    </message>
    <message>
      <source>Files to keep with the document</source>
      <translation>ملفات تُحفظ مع الوثيقة</translation>
    </message>
    <message>
      <source>A copy lies at {0}. It is not encrypted there.</source>
      <translation>النسخة في {0}، وهي غير مشفرة هناك.</translation>
    </message>
    <message numerus="yes">
      <source>%n document(s) are as they were before.</source>
      <translation>
        <numerusform>لم تعد وثيقة إلى ما كانت عليه.</numerusform>
        <numerusform>عادت وثيقة واحدة إلى ما كانت عليه.</numerusform>
        <numerusform>عادت وثيقتان إلى ما كانتا عليه.</numerusform>
        <numerusform>عادت %n وثائق إلى ما كانت عليه.</numerusform>
        <numerusform>عادت %n وثيقة إلى ما كانت عليه.</numerusform>
        <numerusform>عادت %n وثيقة إلى ما كانت عليه.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n document(s) changed. Ctrl+Z takes it back.</source>
      <translation>
        <numerusform>لم تتغير وثيقة.</numerusform>
        <numerusform>تغيّرت وثيقة واحدة، ويعيدها Ctrl+Z.</numerusform>
        <numerusform>تغيّرت وثيقتان، ويعيدهما Ctrl+Z.</numerusform>
        <numerusform>تغيّرت %n وثائق، ويعيدها Ctrl+Z.</numerusform>
        <numerusform>تغيّرت %n وثيقة، ويعيدها Ctrl+Z.</numerusform>
        <numerusform>تغيّرت %n وثيقة، ويعيدها Ctrl+Z.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n left as they were:</source>
      <translation>
        <numerusform>لم تبق وثيقة على حالها:</numerusform>
        <numerusform>بقيت وثيقة على حالها:</numerusform>
        <numerusform>بقيت وثيقتان على حالهما:</numerusform>
        <numerusform>بقيت %n وثائق على حالها:</numerusform>
        <numerusform>بقيت %n وثيقة على حالها:</numerusform>
        <numerusform>بقيت %n وثيقة على حالها:</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) attached.</source>
      <translation>
        <numerusform>لم يُرفق ملف.</numerusform>
        <numerusform>أُرفق ملف واحد.</numerusform>
        <numerusform>أُرفق ملفان.</numerusform>
        <numerusform>أُرفقت %n ملفات.</numerusform>
        <numerusform>أُرفق %n ملفاً.</numerusform>
        <numerusform>أُرفق %n ملف.</numerusform>
      </translation>
    </message>
    <message>
      <source>Select a passage in the text first.</source>
      <translation>حدّد عبارة في النص أولاً.</translation>
    </message>
  </context>
  <context>
    <name>DocumentHeader</name>
    <message>
      <source>Fields of the document</source>
      <translation>حقول الوثيقة</translation>
    </message>
    <message>
      <source>No. {0}</source>
      <translation>العدد {0}</translation>
    </message>
    <message>
      <source>Reg. {0}</source>
      <translation>القيد {0}</translation>
    </message>
    <message>
      <source>{0} ({1} KB)</source>
      <translation>{0} ({1} ك.بايت)</translation>
    </message>
    <message>
      <source>{0} (from there)</source>
      <translation>{0} (وارد من هناك)</translation>
    </message>
    <message>
      <source>What was here before: {0}</source>
      <translation>ما كان في الحقل سابقاً: {0}</translation>
    </message>
  </context>
  <context>
    <name>DocumentsPage</name>
    <message>
      <source>Documents</source>
      <translation>الوثائق</translation>
    </message>
    <message>
      <source>Below: without one of the words</source>
      <translation>أدناه: وثائق تنقصها إحدى الكلمات</translation>
    </message>
    <message>
      <source>Nothing matches.
Try fewer words, or take away a filter; Esc in the search field begins anew.</source>
      <translation>لا نتائج مطابقة.
يُستحسن تقليل الكلمات أو إزالة إحدى التصفيات؛ ومفتاح Esc في حقل البحث يبدأ بحثاً جديداً.</translation>
    </message>
    <message>
      <source>No document is registered yet.
F2 enters a report; files dropped on this window, or chosen with F7, are registered as they are.</source>
      <translation>لم تُسجل أي وثيقة بعد.
يفتح المفتاح F2 تقريراً جديداً، وتُسجل كما هي الملفات التي تُسحب إلى هذه النافذة أو تُختار بالمفتاح F7.</translation>
    </message>
  </context>
  <context>
    <name>DossierActs</name>
    <message>
      <source>The draft was taken into the dossier.</source>
      <translation>استُلمت المسودة في الملف.</translation>
    </message>
    <message>
      <source>The article was changed.</source>
      <translation>عُدّلت المادة.</translation>
    </message>
  </context>
  <context>
    <name>DossiersPage</name>
    <message>
      <source>Dossiers</source>
      <translation>الملفات</translation>
    </message>
    <message>
      <source>Items of the dossier</source>
      <translation>بنود الملف</translation>
    </message>
    <message>
      <source>Documents of the dossier</source>
      <translation>وثائق الملف</translation>
    </message>
    <message>
      <source>Items</source>
      <translation>البنود</translation>
    </message>
    <message>
      <source>Documents</source>
      <translation>الوثائق</translation>
    </message>
    <message>
      <source>No dossier yet. The sample desk shows what they look like.</source>
      <translation>لا ملفات بعد. يبيّن المكتب النموذجي هيأتها.</translation>
    </message>
    <message>
      <source>next date {0}</source>
      <translation>الموعد القادم {0}</translation>
    </message>
  </context>
  <context>
    <name>DraftDialog</name>
    <message>
      <source>A draft of the agreement</source>
      <translation>مسودة للاتفاق</translation>
    </message>
    <message>
      <source>A text that is pasted here</source>
      <translation>نص يُلصق هنا</translation>
    </message>
    <message>
      <source>From a file…</source>
      <translation>من ملف…</translation>
    </message>
    <message>
      <source>Take it into the dossier</source>
      <translation>استلامها في الملف</translation>
    </message>
    <message>
      <source>Choose the draft, or paste its text.</source>
      <translation>اختر المسودة أو الصق نصها.</translation>
    </message>
    <message>
      <source>The same: {0} · changed: {1} · new: {2} · gone: {3}</source>
      <translation>بلا تغيير: {0} · معدّلة: {1} · جديدة: {2} · محذوفة: {3}</translation>
    </message>
    <message>
      <source>Draft</source>
      <translation>المسودة</translation>
    </message>
    <message>
      <source>Text of the draft</source>
      <translation>نص المسودة</translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>المواد</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
  </context>
  <context>
    <name>EditDocumentDialog</name>
    <message>
      <source>Edit the document {0}</source>
      <translation>تعديل الوثيقة {0}</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>حفظ</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
    <message>
      <source>What you changed is not saved yet.</source>
      <translation>لم تُحفظ التعديلات بعد.</translation>
    </message>
  </context>
  <context>
    <name>EncodingDialog</name>
    <message>
      <source>Choose the encoding</source>
      <translation>اختيار الترميز</translation>
    </message>
    <message>
      <source>Choose the line in which the text can be read; the file is read again.</source>
      <translation>يُختار السطر الذي يُقرأ فيه النص، ثم تُعاد قراءة الملف.</translation>
    </message>
    <message>
      <source>Encodings</source>
      <translation>الترميزات</translation>
    </message>
    <message>
      <source>The text in this encoding</source>
      <translation>النص بهذا الترميز</translation>
    </message>
    <message>
      <source>Read it so</source>
      <translation>القراءة بهذا الترميز</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
  </context>
  <context>
    <name>EntryDesktop</name>
    <message>
      <source>⚠ Registered before with this number, date and sender: {0}</source>
      <translation>⚠ سبق تسجيلها بهذا العدد والتاريخ والجهة: {0}</translation>
    </message>
    <message>
      <source>What you were writing was kept. It is not saved yet.</source>
      <translation>حُفظ ما كنت تكتبه، ولم يُسجَّل بعد.</translation>
    </message>
  </context>
  <context>
    <name>Errors</name>
    <message>
      <source>This could not be done</source>
      <translation>تعذر تنفيذ ذلك</translation>
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message>
      <source>Export the memo</source>
      <translation>تصدير المذكرة</translation>
    </message>
    <message>
      <source>Arabic</source>
      <translation>العربية</translation>
    </message>
    <message>
      <source>English</source>
      <translation>الإنكليزية</translation>
    </message>
    <message>
      <source>Arabic and English side by side</source>
      <translation>العربية والإنكليزية جنباً إلى جنب</translation>
    </message>
    <message>
      <source>Language of the memo</source>
      <translation>لغة المذكرة</translation>
    </message>
    <message>
      <source>With the annex of sources (inside copy)</source>
      <translation>مع ملحق المصادر (للنسخة الداخلية)</translation>
    </message>
    <message>
      <source>The memo is a plain Word file: keep it where its classification allows.</source>
      <translation>المذكرة ملف Word غير مشفر: تُحفظ حيث تسمح درجة سريتها.</translation>
    </message>
    <message>
      <source>Choose where to save</source>
      <translation>اختيار مكان الحفظ</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
  </context>
  <context>
    <name>FacetPanel</name>
    <message>
      <source>Everything on the desk</source>
      <translation>كل السجلات</translation>
    </message>
    <message>
      <source>Dossiers, their items and follow-up too</source>
      <translation>مع الملفات وبنودها والمتابعات</translation>
    </message>
    <message>
      <source>Filters with counts</source>
      <translation>عوامل التصفية مع الأعداد</translation>
    </message>
    <message numerus="yes">
      <source>%n more</source>
      <translation>
        <numerusform>لا شيء آخر</numerusform>
        <numerusform>واحد آخر</numerusform>
        <numerusform>اثنان آخران</numerusform>
        <numerusform>%n أخرى</numerusform>
        <numerusform>%n أخرى</numerusform>
        <numerusform>%n أخرى</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>FacetPopup</name>
    <message>
      <source>Find</source>
      <translation>بحث</translation>
    </message>
    <message>
      <source>The search leaves nothing to choose.</source>
      <translation>لا خيارات ضمن هذا البحث.</translation>
    </message>
  </context>
  <context>
    <name>Faults</name>
    <message>
      <source>The program made a mistake, and what you asked for may not have been done. What was acknowledged as saved is saved.

A report lies at {0}. It says where in the program it happened and holds nothing of what you wrote or read. Give it to whoever looks after the program; if this happens again, lock the desk and open it anew.</source>
      <translation>وقع خطأ في البرنامج، وربما لم يُنفَّذ ما طلبته. أما ما ظهر أنه حُفظ فهو محفوظ.

في {0} تقرير يبيّن موضع الخطأ في البرنامج ولا يحوي شيئاً مما كتبته أو قرأته. سلّمه إلى من يتولى البرنامج، وإن تكرر الخطأ فاقفل المكتب وافتحه من جديد.</translation>
    </message>
    <message>
      <source>The program made a mistake, and what you asked for may not have been done. What was acknowledged as saved is saved. No report could be written: note what you were doing and tell whoever looks after the program.</source>
      <translation>وقع خطأ في البرنامج، وربما لم يُنفَّذ ما طلبته. أما ما ظهر أنه حُفظ فهو محفوظ. تعذرت كتابة تقرير: دوّن ما كنت تعمله وأبلغ من يتولى البرنامج.</translation>
    </message>
  </context>
  <context>
    <name>FilterRow</name>
    <message>
      <source>Kind</source>
      <translation>النوع</translation>
    </message>
    <message>
      <source>Mission</source>
      <translation>البعثة</translation>
    </message>
    <message>
      <source>Classification</source>
      <translation>السرية</translation>
    </message>
    <message>
      <source>State</source>
      <translation>الحالة</translation>
    </message>
    <message>
      <source>Year</source>
      <translation>السنة</translation>
    </message>
    <message>
      <source>Topic</source>
      <translation>المحور</translation>
    </message>
    <message>
      <source>Filter: {0}</source>
      <translation>تصفية: {0}</translation>
    </message>
    <message>
      <source>Remove the filter {0}</source>
      <translation>إزالة التصفية {0}</translation>
    </message>
  </context>
  <context>
    <name>FirstRunForm</name>
    <message>
      <source>Passphrase</source>
      <translation>عبارة المرور</translation>
    </message>
    <message>
      <source>Passphrase again</source>
      <translation>عبارة المرور ثانيةً</translation>
    </message>
    <message>
      <source>Figures</source>
      <translation>الأرقام</translation>
    </message>
    <message>
      <source>The desk begins</source>
      <translation>بداية المكتب</translation>
    </message>
    <message>
      <source>Who works here (can be filled in later)</source>
      <translation>صاحب المكتب (يمكن إكماله لاحقاً)</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>إظهار</translation>
    </message>
    <message>
      <source>Hide</source>
      <translation>إخفاء</translation>
    </message>
    <message>
      <source>Empty</source>
      <translation>فارغ</translation>
    </message>
    <message>
      <source>With sample records, to look around</source>
      <translation>بقيود نموذجية للتعرف على البرنامج</translation>
    </message>
    <message>
      <source>How strong the passphrase is</source>
      <translation>قوة عبارة المرور</translation>
    </message>
    <message>
      <source>The two passphrases differ.</source>
      <translation>العبارتان مختلفتان.</translation>
    </message>
  </context>
  <context>
    <name>FormsCard</name>
    <message>
      <source>Words and their forms</source>
      <translation>الكلمات وصيغها</translation>
    </message>
    <message>
      <source>Only as typed</source>
      <translation>كما كُتبت فقط</translation>
    </message>
    <message>
      <source>Search for {0} only as typed</source>
      <translation>البحث عن {0} كما كُتبت فقط</translation>
    </message>
  </context>
  <context>
    <name>FrameDialog</name>
    <message>
      <source>The opinion's frame</source>
      <translation>إطار الرأي</translation>
    </message>
    <message>
      <source>A new opinion</source>
      <translation>رأي فني جديد</translation>
    </message>
    <message>
      <source>As the reports</source>
      <translation>كما في التقارير</translation>
    </message>
    <message>
      <source>Begin</source>
      <translation>بدء</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>حفظ</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
  </context>
  <context>
    <name>Hand</name>
    <message>
      <source>Type or paste the text here</source>
      <translation>يُكتب النص أو يُلصق هنا</translation>
    </message>
    <message>
      <source>{0} KB</source>
      <translation>{0} ك.بايت</translation>
    </message>
    <message numerus="yes">
      <source>%n attachment(s)</source>
      <translation>
        <numerusform>بلا مرفقات</numerusform>
        <numerusform>مرفق واحد</numerusform>
        <numerusform>مرفقان</numerusform>
        <numerusform>%n مرفقات</numerusform>
        <numerusform>%n مرفقاً</numerusform>
        <numerusform>%n مرفق</numerusform>
      </translation>
    </message>
    <message>
      <source>It may name listed ones: {0}</source>
      <translation>قد يذكر النص مدرجين: {0}</translation>
    </message>
  </context>
  <context>
    <name>HandoverDialog</name>
    <message numerus="yes">
      <source>%n record(s) changed hands; the history can take it back.</source>
      <translation>
        <numerusform>لم يُسلَّم شيء.</numerusform>
        <numerusform>سُلّم قيد واحد، ويمكن التراجع عن ذلك من سجل الحركات.</numerusform>
        <numerusform>سُلّم قيدان، ويمكن التراجع عن ذلك من سجل الحركات.</numerusform>
        <numerusform>سُلّمت %n قيود، ويمكن التراجع عن ذلك من سجل الحركات.</numerusform>
        <numerusform>سُلّم %n قيداً، ويمكن التراجع عن ذلك من سجل الحركات.</numerusform>
        <numerusform>سُلّم %n قيد، ويمكن التراجع عن ذلك من سجل الحركات.</numerusform>
      </translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
    <message>
      <source>Choose who takes the work over.</source>
      <translation>اختر من يستلم العمل.</translation>
    </message>
    <message>
      <source>From</source>
      <translation>من</translation>
    </message>
    <message>
      <source>Hand over without a page</source>
      <translation>تسليم بلا محضر</translation>
    </message>
    <message>
      <source>Hand over work</source>
      <translation>تسليم العمل</translation>
    </message>
    <message>
      <source>Hand over, with a page to sign…</source>
      <translation>تسليم مع محضر للتوقيع…</translation>
    </message>
    <message>
      <source>Nothing is open of this officer.</source>
      <translation>لا شيء مفتوح باسم هذا الموظف.</translation>
    </message>
    <message>
      <source>The page lies at {0}.</source>
      <translation>المحضر في {0}.</translation>
    </message>
    <message>
      <source>To</source>
      <translation>إلى</translation>
    </message>
    <message>
      <source>What is open</source>
      <translation>ما هو مفتوح</translation>
    </message>
    <message>
      <source>above their clearance</source>
      <translation>فوق درجة اطلاعه</translation>
    </message>
  </context>
  <context>
    <name>HelpDialog</name>
    <message>
      <source>Help</source>
      <translation>المساعدة</translation>
    </message>
  </context>
  <context>
    <name>HistoryDialog</name>
    <message>
      <source>When</source>
      <translation>الوقت</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>الموظف</translation>
    </message>
    <message>
      <source>What was done</source>
      <translation>الإجراء</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>الحقل</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>قبل</translation>
    </message>
    <message>
      <source>After</source>
      <translation>بعد</translation>
    </message>
    <message>
      <source>Write the value before again</source>
      <translation>إعادة القيمة السابقة</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>إغلاق</translation>
    </message>
    <message>
      <source>Written again: {0}</source>
      <translation>أُعيدت القيمة السابقة: {0}</translation>
    </message>
    <message>
      <source>All fields</source>
      <translation>كل الحقول</translation>
    </message>
    <message>
      <source>History of the record</source>
      <translation>سجل حركات القيد</translation>
    </message>
  </context>
  <context>
    <name>HistoryTab</name>
    <message>
      <source>Acts</source>
      <translation>الحركات</translation>
    </message>
    <message>
      <source>Chain, seals, months</source>
      <translation>السلسلة والأختام والأشهر</translation>
    </message>
    <message>
      <source>The summary of {0} has not been written yet.</source>
      <translation>لم تُكتب خلاصة {0} بعد.</translation>
    </message>
    <message>
      <source>Write it now</source>
      <translation>كتابتها الآن</translation>
    </message>
  </context>
  <context>
    <name>IncomingActs</name>
    <message>
      <source>Registered under {0}.</source>
      <translation>سُجّل برقم القيد {0}.</translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) brought back.</source>
      <translation>
        <numerusform>لم يُعَد ملف.</numerusform>
        <numerusform>أُعيد ملف واحد.</numerusform>
        <numerusform>أُعيد ملفان.</numerusform>
        <numerusform>أُعيدت %n ملفات.</numerusform>
        <numerusform>أُعيد %n ملفاً.</numerusform>
        <numerusform>أُعيد %n ملف.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) set aside; they can be brought back.</source>
      <translation>
        <numerusform>لم يُنحَّ ملف.</numerusform>
        <numerusform>نُحّي ملف واحد، ويمكن إعادته.</numerusform>
        <numerusform>نُحّي ملفان، ويمكن إعادتهما.</numerusform>
        <numerusform>نُحّيت %n ملفات، ويمكن إعادتها.</numerusform>
        <numerusform>نُحّي %n ملفاً، ويمكن إعادتها.</numerusform>
        <numerusform>نُحّي %n ملف، ويمكن إعادتها.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) go for good, and nothing of them stays.</source>
      <translation>
        <numerusform>لا ملف يُهمل.</numerusform>
        <numerusform>يُهمل ملف واحد نهائياً ولا يبقى منه شيء.</numerusform>
        <numerusform>يُهمل ملفان نهائياً ولا يبقى منهما شيء.</numerusform>
        <numerusform>تُهمل %n ملفات نهائياً ولا يبقى منها شيء.</numerusform>
        <numerusform>يُهمل %n ملفاً نهائياً ولا يبقى منها شيء.</numerusform>
        <numerusform>يُهمل %n ملف نهائياً ولا يبقى منها شيء.</numerusform>
      </translation>
    </message>
    <message>
      <source>Goes to {0}.</source>
      <translation>يُحال عند تسجيله إلى {0}.</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>فتح</translation>
    </message>
    <message>
      <source>Save a copy…</source>
      <translation>حفظ نسخة…</translation>
    </message>
    <message numerus="yes">
      <source>%n page(s), about</source>
      <translation>
        <numerusform>لا صفحات، نحو</numerusform>
        <numerusform>صفحة واحدة، نحو</numerusform>
        <numerusform>صفحتان، نحو</numerusform>
        <numerusform>%n صفحات، نحو</numerusform>
        <numerusform>%n صفحة، نحو</numerusform>
        <numerusform>%n صفحة، نحو</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n second(s).</source>
      <translation>
        <numerusform>لا وقت.</numerusform>
        <numerusform>ثانية واحدة.</numerusform>
        <numerusform>ثانيتين.</numerusform>
        <numerusform>%n ثوانٍ.</numerusform>
        <numerusform>%n ثانية.</numerusform>
        <numerusform>%n ثانية.</numerusform>
      </translation>
    </message>
    <message>
      <source>Begin</source>
      <translation>بدء</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
  </context>
  <context>
    <name>IncomingPage</name>
    <message>
      <source>Files that arrived</source>
      <translation>الملفات الواردة</translation>
    </message>
    <message>
      <source>Nothing waits.
Drop files or a folder on this window, or choose them with F7: they are read here, and registered when you say so.</source>
      <translation>لا ملفات بانتظار التسجيل.
تُسحب الملفات أو مجلد إلى هذه النافذة، أو تُختار بالمفتاح F7، فتُقرأ هنا ولا يُسجل منها شيء إلا بموافقتك.</translation>
    </message>
    <message>
      <source>Nothing was set aside.</source>
      <translation>لا ملفات منحّاة.</translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) arrived.</source>
      <translation>
        <numerusform>لم يرد ملف.</numerusform>
        <numerusform>ورد ملف واحد.</numerusform>
        <numerusform>ورد ملفان.</numerusform>
        <numerusform>وردت %n ملفات.</numerusform>
        <numerusform>ورد %n ملفاً.</numerusform>
        <numerusform>ورد %n ملف.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) waited already.</source>
      <translation>
        <numerusform>لا ملفات مكررة.</numerusform>
        <numerusform>ملف واحد كان ينتظر أصلاً.</numerusform>
        <numerusform>ملفان كانا ينتظران أصلاً.</numerusform>
        <numerusform>%n ملفات كانت تنتظر أصلاً.</numerusform>
        <numerusform>%n ملفاً كانت تنتظر أصلاً.</numerusform>
        <numerusform>%n ملف كانت تنتظر أصلاً.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) refused:</source>
      <translation>
        <numerusform>لم يُرفض ملف:</numerusform>
        <numerusform>رُفض ملف واحد:</numerusform>
        <numerusform>رُفض ملفان:</numerusform>
        <numerusform>رُفضت %n ملفات:</numerusform>
        <numerusform>رُفض %n ملفاً:</numerusform>
        <numerusform>رُفض %n ملف:</numerusform>
      </translation>
    </message>
    <message>
      <source>Set aside: {0}</source>
      <translation>المنحّى: {0}</translation>
    </message>
    <message>
      <source>Arrived: {0}</source>
      <translation>الوارد: {0}</translation>
    </message>
    <message>
      <source>Back to what arrived</source>
      <translation>عودة إلى الوارد</translation>
    </message>
    <message>
      <source>Set aside</source>
      <translation>المنحّى</translation>
    </message>
    <message>
      <source>Assign by figure: {0}</source>
      <translation>الإحالة برقم: {0}</translation>
    </message>
  </context>
  <context>
    <name>IntakeActs</name>
    <message>
      <source>Register files</source>
      <translation>تسجيل ملفات</translation>
    </message>
    <message>
      <source>Files that can be read ({0})</source>
      <translation>الملفات التي يمكن قراءتها ({0})</translation>
    </message>
    <message>
      <source>All files ({0})</source>
      <translation>كل الملفات ({0})</translation>
    </message>
    <message>
      <source>Register every report in {0} as it stands, without looking at each?</source>
      <translation>هل تُسجل كل تقارير {0} كما هي دون النظر في كل منها؟</translation>
    </message>
    <message>
      <source>Register all</source>
      <translation>تسجيل الكل</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
    <message>
      <source>Backing up</source>
      <translation>يجري النسخ الاحتياطي</translation>
    </message>
    <message>
      <source>The backup lies at {0}.</source>
      <translation>النسخة الاحتياطية في {0}.</translation>
    </message>
    <message>
      <source>Registering</source>
      <translation>يجري التسجيل</translation>
    </message>
    <message>
      <source>Let the work in hand finish first.</source>
      <translation>يُنتظر انتهاء العمل الجاري أولاً.</translation>
    </message>
    <message numerus="yes">
      <source>%n document(s) registered.</source>
      <translation>
        <numerusform>لم تُسجل وثيقة.</numerusform>
        <numerusform>سُجلت وثيقة واحدة.</numerusform>
        <numerusform>سُجلت وثيقتان.</numerusform>
        <numerusform>سُجلت %n وثائق.</numerusform>
        <numerusform>سُجلت %n وثيقة.</numerusform>
        <numerusform>سُجلت %n وثيقة.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) refused:</source>
      <translation>
        <numerusform>لم يُرفض ملف:</numerusform>
        <numerusform>رُفض ملف واحد:</numerusform>
        <numerusform>رُفض ملفان:</numerusform>
        <numerusform>رُفضت %n ملفات:</numerusform>
        <numerusform>رُفض %n ملفاً:</numerusform>
        <numerusform>رُفض %n ملف:</numerusform>
      </translation>
    </message>
    <message>
      <source>Registered under {0}.</source>
      <translation>سُجّل برقم القيد {0}.</translation>
    </message>
  </context>
  <context>
    <name>ItemDialog</name>
    <message>
      <source>Keep</source>
      <translation>حفظ</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
  </context>
  <context>
    <name>KeptSearches</name>
    <message>
      <source>Name of the search</source>
      <translation>اسم البحث</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>حفظ</translation>
    </message>
    <message>
      <source>Save this search</source>
      <translation>حفظ هذا البحث</translation>
    </message>
    <message>
      <source>Saved searches</source>
      <translation>عمليات البحث المحفوظة</translation>
    </message>
    <message>
      <source>None yet: a search is kept under a name here.</source>
      <translation>لا شيء بعد: يُحفظ البحث هنا باسم يُعطى له.</translation>
    </message>
    <message>
      <source>Recent searches</source>
      <translation>عمليات البحث الأخيرة</translation>
    </message>
    <message>
      <source>Forget them</source>
      <translation>محوها</translation>
    </message>
    <message>
      <source>New name of {0}</source>
      <translation>الاسم الجديد للبحث {0}</translation>
    </message>
    <message>
      <source>Rename {0}</source>
      <translation>تغيير اسم {0}</translation>
    </message>
    <message>
      <source>Remove {0}</source>
      <translation>إزالة {0}</translation>
    </message>
    <message>
      <source>Removed: {0}</source>
      <translation>أُزيل: {0}</translation>
    </message>
    <message>
      <source>Put back</source>
      <translation>إعادته</translation>
    </message>
  </context>
  <context>
    <name>LeavingQuestion</name>
    <message>
      <source>Leave it</source>
      <translation>ترك الإدخال</translation>
    </message>
    <message>
      <source>Go on entering</source>
      <translation>متابعة الإدخال</translation>
    </message>
  </context>
  <context>
    <name>LeftField</name>
    <message>
      <source>Left this desk since it was unlocked; delete what is not needed any more:</source>
      <translation>خرج من المكتب منذ فتحه، فاحذف ما لم تعد هناك حاجة إليه:</translation>
    </message>
    <message>
      <source>Nothing left this desk since it was unlocked.</source>
      <translation>لم يخرج من المكتب شيء منذ فتحه.</translation>
    </message>
    <message>
      <source>and {0} more, in the history</source>
      <translation>و{0} غيرها في سجل الحركات</translation>
    </message>
  </context>
  <context>
    <name>LetterheadField</name>
    <message>
      <source>Choose a Word template…</source>
      <translation>اختيار قالب Word…</translation>
    </message>
    <message>
      <source>Use the program's own</source>
      <translation>استعمال قالب البرنامج</translation>
    </message>
    <message>
      <source>Phrases of memos…</source>
      <translation>صيغ المذكرات…</translation>
    </message>
    <message>
      <source>Save the program's own to begin from</source>
      <translation>حفظ قالب البرنامج للبناء عليه</translation>
    </message>
    <message>
      <source>Memos are now written on the division's template.</source>
      <translation>تُكتب المذكرات الآن على قالب القسم.</translation>
    </message>
    <message>
      <source>Memos are now written on the program's own template.</source>
      <translation>تُكتب المذكرات الآن على قالب البرنامج.</translation>
    </message>
    <message>
      <source>The template lies at {0}.</source>
      <translation>القالب محفوظ في {0}.</translation>
    </message>
    <message>
      <source>Memos in Arabic</source>
      <translation>المذكرات بالعربية</translation>
    </message>
    <message>
      <source>Memos in English</source>
      <translation>المذكرات بالإنكليزية</translation>
    </message>
    <message>
      <source>Memos in both languages</source>
      <translation>المذكرات باللغتين</translation>
    </message>
    <message>
      <source>This file can't be the template; nothing was changed.</source>
      <translation>لا يصلح هذا الملف قالباً؛ ولم يتغير شيء.</translation>
    </message>
    <message>
      <source>The division's template: {0}</source>
      <translation>قالب القسم: {0}</translation>
    </message>
    <message>
      <source>The program's own template is in use.</source>
      <translation>يُستعمل قالب البرنامج.</translation>
    </message>
  </context>
  <context>
    <name>LinksDialog</name>
    <message>
      <source>Ties of the document</source>
      <translation>صلات الوثيقة</translation>
    </message>
    <message>
      <source>Kind of tie</source>
      <translation>نوع الصلة</translation>
    </message>
    <message>
      <source>Register number or their number of the other one</source>
      <translation>رقم قيد الوثيقة الأخرى أو عدد كتابها</translation>
    </message>
    <message>
      <source>Tie</source>
      <translation>ربط</translation>
    </message>
    <message>
      <source>Take the tie away</source>
      <translation>فك الربط</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>إغلاق</translation>
    </message>
    <message>
      <source>{0} (from there)</source>
      <translation>{0} (وارد من هناك)</translation>
    </message>
  </context>
  <context>
    <name>LockedScreen</name>
    <message>
      <source>Back to the passphrase</source>
      <translation>العودة إلى عبارة المرور</translation>
    </message>
    <message>
      <source>Hide</source>
      <translation>إخفاء</translation>
    </message>
    <message>
      <source>I have lost my passphrase</source>
      <translation>فقدت عبارة المرور</translation>
    </message>
    <message>
      <source>Make the desk</source>
      <translation>إنشاء المكتب</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>عبارة المرور</translation>
    </message>
    <message>
      <source>Set the passphrase and unlock</source>
      <translation>تثبيت العبارة الجديدة وفتح المكتب</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>إظهار</translation>
    </message>
    <message>
      <source>The counter-terrorism desk. Unlock it with your passphrase.</source>
      <translation>مكتب مكافحة الإرهاب. يُفتح بعبارة المرور.</translation>
    </message>
    <message>
      <source>Type the words of the recovery sheet, in Arabic or in English, and choose a new passphrase. The desk records that the sheet was used.</source>
      <translation>اكتب كلمات ورقة الاسترجاع بالعربية أو بالإنكليزية، واختر عبارة مرور جديدة. يسجّل المكتب أن الورقة استُعملت.</translation>
    </message>
    <message>
      <source>Unlock</source>
      <translation>فتح المكتب</translation>
    </message>
    <message>
      <source>Welcome. This machine has no desk yet: make one in a minute.</source>
      <translation>أهلاً وسهلاً. لا مكتب على هذا الجهاز بعد، وإنشاؤه لا يستغرق أكثر من دقيقة.</translation>
    </message>
    <message>
      <source>Who unlocks</source>
      <translation>صاحب عبارة المرور</translation>
    </message>
    <message>
      <source>Working</source>
      <translation>العمل جارٍ</translation>
    </message>
  </context>
  <context>
    <name>LockFields</name>
    <message numerus="yes">
      <source>%n minute(s) of rest</source>
      <translation>
        <numerusform>بلا انتظار</numerusform>
        <numerusform>دقيقة واحدة بلا عمل</numerusform>
        <numerusform>دقيقتان بلا عمل</numerusform>
        <numerusform>%n دقائق بلا عمل</numerusform>
        <numerusform>%n دقيقة بلا عمل</numerusform>
        <numerusform>%n دقيقة بلا عمل</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n second(s)</source>
      <translation>
        <numerusform>بلا انتظار</numerusform>
        <numerusform>ثانية واحدة</numerusform>
        <numerusform>ثانيتان</numerusform>
        <numerusform>%n ثوانٍ</numerusform>
        <numerusform>%n ثانية</numerusform>
        <numerusform>%n ثانية</numerusform>
      </translation>
    </message>
    <message>
      <source>Clear the clipboard after</source>
      <translation>تفريغ الحافظة بعد</translation>
    </message>
    <message>
      <source>Keep the window out of pictures of the screen</source>
      <translation>إخفاء النافذة من صور الشاشة</translation>
    </message>
    <message>
      <source>Lock after</source>
      <translation>القفل بعد</translation>
    </message>
    <message>
      <source>Only by hand</source>
      <translation>يدوياً فقط</translation>
    </message>
    <message>
      <source>Only at the lock</source>
      <translation>عند القفل فقط</translation>
    </message>
    <message>
      <source>Only Windows can do that: on this system any program may picture the screen.</source>
      <translation>لا يستطيع ذلك غير نظام Windows، وعلى هذا النظام يستطيع كل برنامج تصوير الشاشة.</translation>
    </message>
  </context>
  <context>
    <name>LooseWords</name>
    <message>
      <source>The desk was locked while this was being written. It is not saved anywhere else:</source>
      <translation>قُفل المكتب أثناء كتابة هذا النص، وليس محفوظاً في مكان آخر:</translation>
    </message>
  </context>
  <context>
    <name>LooseWordsDialog</name>
    <message>
      <source>Copy</source>
      <translation>نسخ</translation>
    </message>
    <message>
      <source>Close and forget</source>
      <translation>إغلاق وإهمال</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Drop the files here to register them</source>
      <translation>تُفلت الملفات هنا لتسجيلها</translation>
    </message>
  </context>
  <context>
    <name>Masthead</name>
    <message>
      <source>Language of the window</source>
      <translation>لغة النافذة</translation>
    </message>
  </context>
  <context>
    <name>MemoPreview</name>
    <message>
      <source>The memo as pages</source>
      <translation>المذكرة كصفحات</translation>
    </message>
    <message numerus="yes">
      <source>%n page(s)</source>
      <translation>
        <numerusform>لا صفحات</numerusform>
        <numerusform>صفحة واحدة</numerusform>
        <numerusform>صفحتان</numerusform>
        <numerusform>%n صفحات</numerusform>
        <numerusform>%n صفحة</numerusform>
        <numerusform>%n صفحة</numerusform>
      </translation>
    </message>
    <message>
      <source>In Word lines and pages may break elsewhere.</source>
      <translation>قد تنقطع الأسطر والصفحات في Word في مواضع أخرى.</translation>
    </message>
    <message>
      <source>Arabic</source>
      <translation>العربية</translation>
    </message>
    <message>
      <source>English</source>
      <translation>الإنكليزية</translation>
    </message>
    <message>
      <source>Both</source>
      <translation>كلاهما</translation>
    </message>
  </context>
  <context>
    <name>Menus</name>
    <message>
      <source>Menus</source>
      <translation>القوائم</translation>
    </message>
  </context>
  <context>
    <name>MonthCard</name>
    <message>
      <source>For programs…</source>
      <translation>للبرامج…</translation>
    </message>
    <message>
      <source>Language of the page</source>
      <translation>لغة الصفحة</translation>
    </message>
    <message>
      <source>Month</source>
      <translation>الشهر</translation>
    </message>
    <message>
      <source>One page for the safe: acts by officer, numbers given, what left, where the chains ended; signed by this machine. It shows later what the history was.</source>
      <translation>صفحة واحدة تُحفظ في الخزنة: الحركات بحسب الموظف، والأرقام المعطاة، وما خرج، ونهاية السلسلتين، بتوقيع هذا الجهاز. وهي تشهد لاحقاً على ما كان في السجل.</translation>
    </message>
    <message>
      <source>Summary of a month</source>
      <translation>خلاصة شهر</translation>
    </message>
    <message>
      <source>Summary {0}</source>
      <translation>خلاصة {0}</translation>
    </message>
    <message>
      <source>The same as JSON, with the whole signature</source>
      <translation>المحتوى نفسه بصيغة JSON مع التوقيع كاملاً</translation>
    </message>
    <message>
      <source>Word…</source>
      <translation>ملف Word…</translation>
    </message>
  </context>
  <context>
    <name>Nearby</name>
    <message>
      <source>Related</source>
      <translation>ذات صلة</translation>
    </message>
    <message>
      <source>What we said before</source>
      <translation>ما قلناه سابقاً</translation>
    </message>
    <message>
      <source>Records near to this one</source>
      <translation>قيود قريبة من هذا</translation>
    </message>
    <message>
      <source>References</source>
      <translation>الإشارات</translation>
    </message>
    <message>
      <source>Refers to: {0}</source>
      <translation>يشير إلى: {0}</translation>
    </message>
    <message>
      <source>not on this desk, or not told apart</source>
      <translation>غير موجودة هنا أو تعذّر تمييزها</translation>
    </message>
    <message>
      <source>Refers to this document</source>
      <translation>يشير إلى هذه الوثيقة</translation>
    </message>
    <message>
      <source>Nothing on the desk is near to this document.</source>
      <translation>لا شيء قريباً من هذه الوثيقة.</translation>
    </message>
    <message>
      <source>No earlier opinion is near to this document.</source>
      <translation>لا رأي سابقاً قريباً من هذه الوثيقة.</translation>
    </message>
    <message>
      <source>The text mentions no other message, and none mentions it.</source>
      <translation>لا يذكر النص كتاباً آخر، ولا يذكره كتاب.</translation>
    </message>
  </context>
  <context>
    <name>NewReportDialog</name>
    <message>
      <source>Registered under {0}.</source>
      <translation>سُجّل برقم القيد {0}.</translation>
    </message>
    <message>
      <source>New report</source>
      <translation>تقرير جديد</translation>
    </message>
    <message>
      <source>Paste or type the text of the report</source>
      <translation>يُلصق نص التقرير أو يُكتب هنا</translation>
    </message>
    <message>
      <source>Register</source>
      <translation>تسجيل</translation>
    </message>
    <message>
      <source>Register and next</source>
      <translation>تسجيل والتالي</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
    <message>
      <source>Paste a text or write a subject first.</source>
      <translation>يُلصق نص أو يُكتب موضوع أولاً.</translation>
    </message>
    <message>
      <source>What you entered is not registered yet.</source>
      <translation>لم تُسجل بعدُ البيانات المدخلة.</translation>
    </message>
  </context>
  <context>
    <name>NoticeBar</name>
    <message>
      <source>Stop</source>
      <translation>إيقاف</translation>
    </message>
    <message>
      <source>Close this notice</source>
      <translation>إغلاق هذا التنبيه</translation>
    </message>
    <message>
      <source>{0} of {1}</source>
      <translation>{0} من {1}</translation>
    </message>
  </context>
  <context>
    <name>Offers</name>
    <message>
      <source>field</source>
      <translation>حقل</translation>
    </message>
    <message>
      <source>value</source>
      <translation>قيمة</translation>
    </message>
    <message>
      <source>word</source>
      <translation>كلمة</translation>
    </message>
    <message>
      <source>searched before</source>
      <translation>بحث سابق</translation>
    </message>
    <message>
      <source>saved search</source>
      <translation>بحث محفوظ</translation>
    </message>
    <message>
      <source>What the search may become</source>
      <translation>إكمالات مقترحة للبحث</translation>
    </message>
  </context>
  <context>
    <name>OnlyNew</name>
    <message>
      <source>Only what was registered since you last looked</source>
      <translation>ما سُجّل منذ آخر اطلاع فقط</translation>
    </message>
    <message>
      <source>Only new</source>
      <translation>الجديد فقط</translation>
    </message>
    <message>
      <source>I have seen these</source>
      <translation>تمّ الاطلاع</translation>
    </message>
  </context>
  <context>
    <name>OpenBackupDialog</name>
    <message>
      <source>Looking into the backup…</source>
      <translation>جارٍ النظر في النسخة…</translation>
    </message>
    <message>
      <source>Open a backup</source>
      <translation>فتح نسخة احتياطية</translation>
    </message>
    <message>
      <source>The backup takes the place of the desk. A desk that lies there now is set aside whole, also when it is damaged.</source>
      <translation>تحل النسخة محل المكتب. وإن كان هناك مكتب الآن حُفظ جانباً كاملاً، ولو كان تالفاً.</translation>
    </message>
    <message>
      <source>Backup</source>
      <translation>النسخة</translation>
    </message>
    <message>
      <source>Passphrase of its day</source>
      <translation>عبارة المرور يوم كتابتها</translation>
    </message>
    <message>
      <source>Look elsewhere…</source>
      <translation>البحث في مكان آخر…</translation>
    </message>
    <message>
      <source>Look into it and restore…</source>
      <translation>النظر فيها واسترجاعها…</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
    <message>
      <source>The backup of {0} is whole: {1} documents, {2} files.</source>
      <translation>النسخة المؤرخة {0} سليمة: عدد الوثائق {1}، عدد الملفات {2}.</translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) are missing in it.</source>
      <translation>
        <numerusform>لا ينقصها ملف.</numerusform>
        <numerusform>ينقصها ملف واحد.</numerusform>
        <numerusform>ينقصها ملفان.</numerusform>
        <numerusform>تنقصها %n ملفات.</numerusform>
        <numerusform>ينقصها %n ملفاً.</numerusform>
        <numerusform>ينقصها %n ملف.</numerusform>
      </translation>
    </message>
    <message>
      <source>Put it in the desk's place?</source>
      <translation>هل توضع محل المكتب؟</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>استرجاع</translation>
    </message>
  </context>
  <context>
    <name>OpinionActs</name>
    <message>
      <source>The passage is now a source of this paragraph.</source>
      <translation>صار الموضع مصدراً لهذه الفقرة.</translation>
    </message>
    <message>
      <source>Select a passage in the report first.</source>
      <translation>يُحدَّد موضع في التقرير أولاً.</translation>
    </message>
    <message>
      <source>Cited in: {0}</source>
      <translation>صار مصدراً في: {0}</translation>
    </message>
    <message>
      <source>A revision was saved.</source>
      <translation>حُفظت نسخة جديدة.</translation>
    </message>
    <message>
      <source>The frame was changed.</source>
      <translation>عُدّل إطار الرأي.</translation>
    </message>
    <message>
      <source>The lower classification waits for a second officer.</source>
      <translation>خفض الدرجة بانتظار موافقة موظف ثانٍ.</translation>
    </message>
    <message>
      <source>You agreed to the lower classification.</source>
      <translation>سُجلت موافقتكم على خفض درجة السرية.</translation>
    </message>
    <message>
      <source>A later opinion was begun; it takes effect when it is issued.</source>
      <translation>بدأ رأي لاحق، ويسري عند إصداره.</translation>
    </message>
    <message>
      <source>The opinion was sent for review.</source>
      <translation>رُفع الرأي للمراجعة.</translation>
    </message>
    <message>
      <source>The opinion was approved.</source>
      <translation>أُقرّ الرأي.</translation>
    </message>
    <message>
      <source>Return for changes</source>
      <translation>إعادة للتعديل</translation>
    </message>
    <message>
      <source>What should be changed?</source>
      <translation>ما الذي ينبغي تعديله؟</translation>
    </message>
    <message>
      <source>The opinion was returned.</source>
      <translation>أُعيد الرأي للتعديل.</translation>
    </message>
    <message>
      <source>The opinion was issued.</source>
      <translation>صدر الرأي.</translation>
    </message>
    <message>
      <source>Save the memo</source>
      <translation>حفظ المذكرة</translation>
    </message>
    <message>
      <source>The memo is in {0}</source>
      <translation>المذكرة في {0}</translation>
    </message>
    <message>
      <source>What came back is kept with the opinion.</source>
      <translation>حُفظ ما عاد مع الرأي.</translation>
    </message>
    <message>
      <source>No name in this opinion waits for a decision.</source>
      <translation>لا اسم في هذا الرأي بانتظار البت.</translation>
    </message>
  </context>
  <context>
    <name>OpinionDialogs</name>
    <message>
      <source>Issue the opinion</source>
      <translation>إصدار الرأي</translation>
    </message>
    <message>
      <source>The opinion takes its number now and its text is frozen. Nothing returns from it.</source>
      <translation>يأخذ الرأي عدده الآن ويصبح نصه نهائياً، ولا رجوع عن الإصدار.</translation>
    </message>
    <message>
      <source>Issue</source>
      <translation>إصدار</translation>
    </message>
    <message>
      <source>Not yet</source>
      <translation>ليس بعد</translation>
    </message>
  </context>
  <context>
    <name>OpinionPage</name>
    <message>
      <source>Opinions</source>
      <translation>الآراء الفنية</translation>
    </message>
    <message>
      <source>No opinion yet.
Open a report and choose “Draft opinion” (F4): the opinion begins with what the report says, cited.</source>
      <translation>لا آراء فنية بعد.
يُفتح تقرير ويُختار «رأي فني» (F4)، فيبدأ الرأي بما ورد في التقرير مع ذكر مصدره.</translation>
    </message>
  </context>
  <context>
    <name>PackDialog</name>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
    <message numerus="yes">
      <source>%n document(s) chosen</source>
      <translation>
        <numerusform>لا وثيقة مختارة</numerusform>
        <numerusform>وثيقة واحدة مختارة</numerusform>
        <numerusform>وثيقتان مختارتان</numerusform>
        <numerusform>%n وثائق مختارة</numerusform>
        <numerusform>%n وثيقة مختارة</numerusform>
        <numerusform>%n وثيقة مختارة</numerusform>
      </translation>
    </message>
    <message>
      <source>A desk without a card here: under a passphrase</source>
      <translation>مكتب لا بطاقة له هنا: بعبارة مرور</translation>
    </message>
    <message>
      <source>Also the entries of the sanctions lists</source>
      <translation>وكذلك قيود قوائم الجزاءات</translation>
    </message>
    <message>
      <source>Documents</source>
      <translation>الوثائق</translation>
    </message>
    <message>
      <source>Dossiers</source>
      <translation>الملفات</translation>
    </message>
    <message>
      <source>Everything (a second officer must agree)</source>
      <translation>كل شيء (بموافقة موظف ثانٍ)</translation>
    </message>
    <message>
      <source>For</source>
      <translation>إلى</translation>
    </message>
    <message>
      <source>Make a pack</source>
      <translation>إعداد حزمة</translation>
    </message>
    <message>
      <source>Make the pack…</source>
      <translation>إعداد الحزمة…</translation>
    </message>
    <message>
      <source>Passphrase of the pack</source>
      <translation>عبارة مرور الحزمة</translation>
    </message>
    <message>
      <source>Second officer</source>
      <translation>الموظف الثاني</translation>
    </message>
    <message>
      <source>Their passphrase</source>
      <translation>عبارة مروره</translation>
    </message>
    <message>
      <source>Up to the degree</source>
      <translation>حتى درجة</translation>
    </message>
    <message>
      <source>With a document go its files, comments, opinions' revisions and whole history. Nobody but the receiving desk can read the pack.</source>
      <translation>ترافق الوثيقةَ مرفقاتُها وملاحظاتها ونسخ الرأي وسجلها كله. لا يقرأ الحزمة إلا المكتب المستلم.</translation>
    </message>
  </context>
  <context>
    <name>Packing</name>
    <message>
      <source>Changed here only</source>
      <translation>تغيّر هنا فقط</translation>
    </message>
    <message>
      <source>Changed there</source>
      <translation>تغيّر هناك</translation>
    </message>
    <message>
      <source>Changed there and here</source>
      <translation>تغيّر هناك وهنا</translation>
    </message>
    <message>
      <source>Looking at the pack</source>
      <translation>فحص الحزمة</translation>
    </message>
    <message>
      <source>Making the pack</source>
      <translation>إعداد الحزمة</translation>
    </message>
    <message>
      <source>Merged: {0} new, {1} changed, {2} in conflict.</source>
      <translation>تم الدمج: جديد {0}، متغيّر {1}، متعارض {2}.</translation>
    </message>
    <message>
      <source>Merging the pack</source>
      <translation>دمج الحزمة</translation>
    </message>
    <message>
      <source>New</source>
      <translation>جديد</translation>
    </message>
    <message>
      <source>Passphrase of the pack:</source>
      <translation>عبارة مرور الحزمة:</translation>
    </message>
    <message>
      <source>The pack lies at {0}: {1} documents, seal {2}.</source>
      <translation>الحزمة في {0}: عدد الوثائق {1}، الختم {2}.</translation>
    </message>
    <message>
      <source>{0} files are lost on this desk and did not go along.</source>
      <translation>ملفات مفقودة في هذا المكتب لم ترافق قيودها: {0}.</translation>
    </message>
    <message>
      <source>{0} provisional numbers became permanent.</source>
      <translation>أرقام مؤقتة صارت دائمة: {0}.</translation>
    </message>
    <message>
      <source>{0} stayed here, being above the ceiling.</source>
      <translation>بقي هنا لأنه أعلى من السقف: {0}.</translation>
    </message>
  </context>
  <context>
    <name>PacksTab</name>
    <message>
      <source>Conflicts</source>
      <translation>التعارضات</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>اليوم</translation>
    </message>
    <message>
      <source>Desk</source>
      <translation>المكتب</translation>
    </message>
    <message>
      <source>Desks and packs</source>
      <translation>المكاتب والحزم</translation>
    </message>
    <message>
      <source>Documents</source>
      <translation>الوثائق</translation>
    </message>
    <message>
      <source>Make a pack…</source>
      <translation>إعداد حزمة…</translation>
    </message>
    <message>
      <source>No pack was made or taken in yet. A pack carries records to another desk on a stick: encrypted for that desk alone, and signed by this one.</source>
      <translation>لم تُعدّ حزمة ولم تدخل أخرى بعد. تحمل الحزمة قيوداً إلى مكتب آخر على ذاكرة محمولة: مشفرة لذلك المكتب وحده، وموقعة من هذا المكتب.</translation>
    </message>
    <message>
      <source>Officer</source>
      <translation>الموظف</translation>
    </message>
    <message>
      <source>Pack</source>
      <translation>حزمة</translation>
    </message>
    <message>
      <source>Packs</source>
      <translation>الحزم</translation>
    </message>
    <message>
      <source>Packs, the newest first</source>
      <translation>الحزم، الأحدث أولاً</translation>
    </message>
    <message>
      <source>Take in a pack…</source>
      <translation>إدخال حزمة…</translation>
    </message>
    <message>
      <source>Take in this pack or key card</source>
      <translation>إدخال هذه الحزمة أو البطاقة</translation>
    </message>
    <message>
      <source>Up to</source>
      <translation>حتى درجة</translation>
    </message>
    <message>
      <source>Way</source>
      <translation>الاتجاه</translation>
    </message>
    <message>
      <source>in</source>
      <translation>واردة</translation>
    </message>
    <message>
      <source>out</source>
      <translation>صادرة</translation>
    </message>
    <message>
      <source>under a passphrase</source>
      <translation>بعبارة مرور</translation>
    </message>
  </context>
  <context>
    <name>PartyEditor</name>
    <message>
      <source>A new name: it is added to the parties, to be checked.</source>
      <translation>اسم جديد: يضاف إلى الجهات ليُدقق.</translation>
    </message>
  </context>
  <context>
    <name>PassphraseForm</name>
    <message>
      <source>Passphrase now</source>
      <translation>عبارة المرور الحالية</translation>
    </message>
    <message>
      <source>New passphrase</source>
      <translation>عبارة المرور الجديدة</translation>
    </message>
    <message>
      <source>New passphrase again</source>
      <translation>العبارة الجديدة ثانيةً</translation>
    </message>
    <message>
      <source>Change the passphrase</source>
      <translation>تغيير عبارة المرور</translation>
    </message>
    <message>
      <source>The passphrase was changed; no data was rewritten.</source>
      <translation>غُيّرت عبارة المرور، ولم تُكتب البيانات من جديد.</translation>
    </message>
    <message>
      <source>The two passphrases differ.</source>
      <translation>العبارتان مختلفتان.</translation>
    </message>
  </context>
  <context>
    <name>PhrasesDialog</name>
    <message>
      <source>Phrases of memos</source>
      <translation>صيغ المذكرات</translation>
    </message>
    <message>
      <source>An emptied phrase goes back to the program's own. {party} is the place of the name. What was issued keeps its words.</source>
      <translation>الصيغة التي تُفرغ تعود إلى صيغة البرنامج. {party} موضع اسم الجهة. وما صدر يبقى بصيغته.</translation>
    </message>
    <message>
      <source>Closing: {0}</source>
      <translation>الخاتمة: {0}</translation>
    </message>
    <message>
      <source>Addressee of a note verbale</source>
      <translation>المخاطَب في مذكرة شفوية</translation>
    </message>
    <message>
      <source>Addressee: {0}</source>
      <translation>المخاطَب: {0}</translation>
    </message>
    <message>
      <source>Phrase</source>
      <translation>الصيغة</translation>
    </message>
    <message>
      <source>Arabic</source>
      <translation>العربية</translation>
    </message>
    <message>
      <source>English</source>
      <translation>الإنكليزية</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>حفظ</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
  </context>
  <context>
    <name>PreviewDialog</name>
    <message>
      <source>Choose a value, or leave the conflict open: both stay in the history.</source>
      <translation>اختر قيمة أو اترك التعارض مفتوحاً: تبقى القيمتان في السجل.</translation>
    </message>
    <message>
      <source>Conflicts ({0})</source>
      <translation>التعارضات ({0})</translation>
    </message>
    <message>
      <source>Leave it</source>
      <translation>تركها</translation>
    </message>
    <message>
      <source>Made on {0} by {1}, up to “{2}”. Nothing is merged yet, and a merge deletes nothing.</source>
      <translation>أُعدت في {0} من {1}، حتى درجة «{2}». لم يُدمج شيء بعد، والدمج لا يحذف شيئاً.</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>دمج</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>الرقم</translation>
    </message>
    <message>
      <source>Pack from {0}</source>
      <translation>حزمة من {0}</translation>
    </message>
    <message>
      <source>Record</source>
      <translation>القيد</translation>
    </message>
    <message>
      <source>Records</source>
      <translation>القيود</translation>
    </message>
    <message>
      <source>Records of the pack</source>
      <translation>قيود الحزمة</translation>
    </message>
    <message>
      <source>What changed</source>
      <translation>ما تغيّر</translation>
    </message>
  </context>
  <context>
    <name>ProgressLine</name>
    <message>
      <source>Stop</source>
      <translation>إيقاف</translation>
    </message>
    <message>
      <source>How far the work is</source>
      <translation>ما أُنجز من العمل</translation>
    </message>
  </context>
  <context>
    <name>ProposalPanel</name>
    <message>
      <source>Read from the file</source>
      <translation>قُرئ من الملف</translation>
    </message>
    <message>
      <source>Accept all</source>
      <translation>قبول الكل</translation>
    </message>
    <message>
      <source>Accept</source>
      <translation>قبول</translation>
    </message>
  </context>
  <context>
    <name>QueueList</name>
    <message>
      <source>to be read</source>
      <translation>بانتظار القراءة</translation>
    </message>
    <message>
      <source>not readable</source>
      <translation>تعذرت قراءته</translation>
    </message>
    <message>
      <source>registered before</source>
      <translation>مسجل سابقاً</translation>
    </message>
    <message>
      <source>same letter</source>
      <translation>الكتاب نفسه</translation>
    </message>
    <message>
      <source>scan</source>
      <translation>صورة ممسوحة</translation>
    </message>
  </context>
  <context>
    <name>Rail</name>
    <message>
      <source>Rooms</source>
      <translation>أقسام المكتب</translation>
    </message>
  </context>
  <context>
    <name>ReadingPane</name>
    <message>
      <source>Press Enter to open this record in its room.</source>
      <translation>اضغط Enter لفتح هذا القيد في مكانه.</translation>
    </message>
    <message>
      <source>Not on this desk, or not told apart</source>
      <translation>غير موجودة هنا أو تعذّر تمييزها</translation>
    </message>
    <message>
      <source>Hit {0} of {1}</source>
      <translation>الموضع {0} من {1}</translation>
    </message>
    <message>
      <source>Hits: {0}</source>
      <translation>المواضع: {0}</translation>
    </message>
    <message>
      <source>Text of the document</source>
      <translation>نص الوثيقة</translation>
    </message>
    <message>
      <source>Choose a document on the list to read it here.
F6 moves between the panes.</source>
      <translation>تُختار وثيقة من القائمة لقراءتها هنا.
ينقل المفتاح F6 بين أجزاء النافذة.</translation>
    </message>
    <message>
      <source>Open the opinion</source>
      <translation>فتح الرأي</translation>
    </message>
    <message>
      <source>Names {0}</source>
      <translation>الأسماء {0}</translation>
    </message>
    <message>
      <source>Names {0}, {1} to decide</source>
      <translation>الأسماء {0}، للبت {1}</translation>
    </message>
  </context>
  <context>
    <name>RecognisedChips</name>
    <message>
      <source>Take {0} out of the search</source>
      <translation>إزالة {0} من البحث</translation>
    </message>
  </context>
  <context>
    <name>RecordForm</name>
    <message>
      <source>What was here before…</source>
      <translation>ما كان هنا سابقاً…</translation>
    </message>
  </context>
  <context>
    <name>RecoveryForm</name>
    <message>
      <source>New passphrase</source>
      <translation>عبارة المرور الجديدة</translation>
    </message>
    <message>
      <source>New passphrase again</source>
      <translation>عبارة المرور الجديدة ثانيةً</translation>
    </message>
    <message>
      <source>The two passphrases differ.</source>
      <translation>العبارتان مختلفتان.</translation>
    </message>
    <message>
      <source>Word {0}</source>
      <translation>الكلمة {0}</translation>
    </message>
  </context>
  <context>
    <name>RecoveryPrint</name>
    <message>
      <source>CTDesk: recovery words, {0}</source>
      <translation>مكتب مكافحة الإرهاب: كلمات الاسترجاع، {0}</translation>
    </message>
    <message>
      <source>To be sealed and kept in the division's safe. With these words and the machine, the desk is opened: on the locked screen, “I have lost my passphrase”. Words made later make this sheet void: destroy it then.</source>
      <translation>تُختم هذه الورقة وتُحفظ في خزنة القسم. يُفتح المكتب بهذه الكلمات ومعها الجهاز: في شاشة القفل «فقدت عبارة المرور». وتبطل الورقة إذا أُعدت كلمات بعدها، فتُتلف عندئذ.</translation>
    </message>
  </context>
  <context>
    <name>RecoverySheet</name>
    <message>
      <source>No printer is known.</source>
      <translation>لا توجد طابعة معرّفة.</translation>
    </message>
    <message>
      <source>Not now</source>
      <translation>ليس الآن</translation>
    </message>
    <message>
      <source>Print…</source>
      <translation>طباعة…</translation>
    </message>
    <message>
      <source>Put them into force</source>
      <translation>اعتماد الكلمات</translation>
    </message>
    <message>
      <source>Read two of the words back from your paper:</source>
      <translation>اقرأ كلمتين من الورقة التي كتبتها:</translation>
    </message>
    <message>
      <source>Recovery words</source>
      <translation>كلمات الاسترجاع</translation>
    </message>
    <message>
      <source>Show the words again</source>
      <translation>إظهار الكلمات ثانيةً</translation>
    </message>
    <message>
      <source>These words open the desk for an officer who lost the passphrase. Write them on paper, in either language, and seal them in the division's safe. They are shown this once and kept nowhere.</source>
      <translation>تفتح هذه الكلمات المكتب لموظف فقد عبارة مروره. اكتبها على ورقة بإحدى اللغتين واختمها في خزنة القسم. تظهر هذه المرة فقط ولا تُحفظ في أي مكان.</translation>
    </message>
    <message>
      <source>They are written down</source>
      <translation>كُتبت على الورقة</translation>
    </message>
    <message>
      <source>Whoever holds this sheet and the machine holds the desk. Don't photograph it. A printer and its queue may keep a copy: writing by hand leaves none.</source>
      <translation>من يملك هذه الورقة والجهاز يملك المكتب. لا تصوّرها. وقد تبقى نسخة في الطابعة أو في قائمة الطباعة، أما الكتابة باليد فلا تترك نسخة.</translation>
    </message>
    <message>
      <source>Word {0}</source>
      <translation>الكلمة {0}</translation>
    </message>
  </context>
  <context>
    <name>ReferDialog</name>
    <message>
      <source>Refer</source>
      <translation>إحالة</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
    <message>
      <source>Choose an officer.</source>
      <translation>يُختار الموظف.</translation>
    </message>
  </context>
  <context>
    <name>RegistersPage</name>
    <message>
      <source>Entries of the register</source>
      <translation>قيود السجل</translation>
    </message>
    <message>
      <source>Year</source>
      <translation>السنة</translation>
    </message>
    <message>
      <source>Go to number</source>
      <translation>الانتقال إلى رقم</translation>
    </message>
    <message>
      <source>Word…</source>
      <translation>تصدير إلى Word…</translation>
    </message>
    <message>
      <source>The year as a Word file to print</source>
      <translation>سجل السنة ملف Word للطباعة</translation>
    </message>
    <message>
      <source>Excel…</source>
      <translation>تصدير إلى Excel…</translation>
    </message>
    <message>
      <source>The year as an Excel sheet</source>
      <translation>سجل السنة ورقة Excel</translation>
    </message>
    <message>
      <source>The register lies at {0}. It is not encrypted there.</source>
      <translation>السجل محفوظ في {0} وهو غير مشفر هناك.</translation>
    </message>
    <message numerus="yes">
      <source>%n entry(ies)</source>
      <translation>
        <numerusform>لا قيود</numerusform>
        <numerusform>قيد واحد</numerusform>
        <numerusform>قيدان</numerusform>
        <numerusform>%n قيود</numerusform>
        <numerusform>%n قيداً</numerusform>
        <numerusform>%n قيد</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Reminders</name>
    <message>
      <source>No backup was ever written to another medium.</source>
      <translation>لم تُكتب نسخة احتياطية على وسيط آخر قط.</translation>
    </message>
    <message>
      <source>No backup on another medium for a week or more.</source>
      <translation>لا نسخة احتياطية على وسيط آخر منذ أسبوع أو أكثر.</translation>
    </message>
    <message>
      <source>The desk was not checked for a week.</source>
      <translation>لم يُفحص المكتب منذ أسبوع.</translation>
    </message>
  </context>
  <context>
    <name>RestoreDialog</name>
    <message>
      <source>What restoring would change</source>
      <translation>ما يغيّره الاسترجاع</translation>
    </message>
    <message>
      <source>The backup of {0}</source>
      <translation>النسخة المؤرخة {0}</translation>
    </message>
    <message>
      <source>{0} documents</source>
      <translation>عدد الوثائق {0}</translation>
    </message>
    <message numerus="yes">
      <source>%n attachment(s) missing in it</source>
      <translation>
        <numerusform>لا ينقصها مرفق</numerusform>
        <numerusform>ينقصها مرفق واحد</numerusform>
        <numerusform>ينقصها مرفقان</numerusform>
        <numerusform>تنقصها %n مرفقات</numerusform>
        <numerusform>ينقصها %n مرفقاً</numerusform>
        <numerusform>ينقصها %n مرفق</numerusform>
      </translation>
    </message>
    <message>
      <source>it was opened as a desk since it was written</source>
      <translation>فُتحت على أنها مكتب بعد كتابتها</translation>
    </message>
    <message>
      <source>nothing differs from the desk</source>
      <translation>لا فرق بينها وبين المكتب</translation>
    </message>
    <message>
      <source>Restoring sets the desk as it is aside, whole, in a folder beside it; the backup takes its place, and the history notes it. The passphrases are then those of the backup's day.</source>
      <translation>الاسترجاع يحفظ المكتب الحالي جانباً كاملاً في مجلد بجانبه، وتحل النسخة محله، ويُثبت ذلك في سجل الحركات. وتصير عبارات المرور هي التي كانت يوم كتابة النسخة.</translation>
    </message>
    <message>
      <source>Restore this backup</source>
      <translation>استرجاع هذه النسخة</translation>
    </message>
    <message>
      <source>Leave the desk as it is</source>
      <translation>إبقاء المكتب كما هو</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>النوع</translation>
    </message>
    <message>
      <source>Only in the desk</source>
      <translation>في المكتب وحده</translation>
    </message>
    <message>
      <source>Only in the backup</source>
      <translation>في النسخة وحدها</translation>
    </message>
    <message>
      <source>Different</source>
      <translation>مختلف</translation>
    </message>
    <message>
      <source>{0} {1}, last number</source>
      <translation>{0} {1}، آخر رقم</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>الموضع</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>العدد</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>الموضوع</translation>
    </message>
    <message>
      <source>When</source>
      <translation>الوقت</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>الموظف</translation>
    </message>
    <message>
      <source>only in the desk</source>
      <translation>في المكتب وحده</translation>
    </message>
    <message>
      <source>only in the backup</source>
      <translation>في النسخة وحدها</translation>
    </message>
    <message>
      <source>different</source>
      <translation>مختلف</translation>
    </message>
  </context>
  <context>
    <name>Restoring</name>
    <message>
      <source>Restoring the desk…</source>
      <translation>جارٍ استرجاع المكتب…</translation>
    </message>
    <message>
      <source>The desk was restored. It opens with the passphrases of the backup's day.</source>
      <translation>استُرجع المكتب. يُفتح بعبارات المرور التي كانت يوم كتابة النسخة.</translation>
    </message>
    <message>
      <source>Give its new key card to the desks that it exchanges packs with.</source>
      <translation>سلّم بطاقة المكتب الجديدة إلى المكاتب التي يتبادل معها الحزم.</translation>
    </message>
    <message>
      <source>The desk that was there is kept whole in {0}.</source>
      <translation>المكتب الذي كان هناك محفوظ كاملاً في {0}.</translation>
    </message>
    <message>
      <source>Restored</source>
      <translation>استُرجع المكتب</translation>
    </message>
    <message>
      <source>The day's backup is written…</source>
      <translation>تُكتب نسخة اليوم الاحتياطية…</translation>
    </message>
    <message>
      <source>Close without a backup</source>
      <translation>إغلاق بلا نسخة</translation>
    </message>
  </context>
  <context>
    <name>ReturnedDialog</name>
    <message>
      <source>Back from signature</source>
      <translation>عودة المذكرة من التوقيع</translation>
    </message>
    <message>
      <source>Choose the returned files…</source>
      <translation>اختيار الملفات العائدة…</translation>
    </message>
    <message>
      <source>Changes</source>
      <translation>التغييرات</translation>
    </message>
    <message>
      <source>Keep with the opinion</source>
      <translation>حفظها مع الرأي</translation>
    </message>
    <message>
      <source>Choose the memo as it came back from Word, or a scan of it, signed.</source>
      <translation>اختر المذكرة كما عادت من Word أو صورتها الموقعة.</translation>
    </message>
    <message>
      <source>To be kept with the opinion: {0}</source>
      <translation>تُحفظ مع الرأي: {0}</translation>
    </message>
    <message>
      <source>This memo is of another opinion: {0}.</source>
      <translation>هذه المذكرة لرأي آخر: {0}.</translation>
    </message>
    <message>
      <source>The memo says what it said when it went out.</source>
      <translation>نص المذكرة كما صدر، لم يتغير فيه شيء.</translation>
    </message>
    <message numerus="yes">
      <source>%n paragraph(s) changed since it went out.</source>
      <translation>
        <numerusform>لم تتغير أي فقرة.</numerusform>
        <numerusform>تغيرت فقرة واحدة منذ صدورها.</numerusform>
        <numerusform>تغيرت فقرتان منذ صدورها.</numerusform>
        <numerusform>تغيرت %n فقرات منذ صدورها.</numerusform>
        <numerusform>تغيرت %n فقرة منذ صدورها.</numerusform>
        <numerusform>تغيرت %n فقرة منذ صدورها.</numerusform>
      </translation>
    </message>
    <message>
      <source>A later revision of the opinion was saved since.</source>
      <translation>حُفظت للرأي نسخة أحدث منها.</translation>
    </message>
    <message>
      <source>Memos and scans</source>
      <translation>مذكرات وصور</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
  </context>
  <context>
    <name>RevisionsDialog</name>
    <message>
      <source>Compare revisions</source>
      <translation>مقارنة النسخ</translation>
    </message>
    <message>
      <source>Show what did not change too</source>
      <translation>إظهار ما لم يتغير أيضاً</translation>
    </message>
    <message>
      <source>Changes</source>
      <translation>التغييرات</translation>
    </message>
    <message>
      <source>Revision {0}</source>
      <translation>النسخة {0}</translation>
    </message>
    <message>
      <source>Older revision</source>
      <translation>النسخة الأقدم</translation>
    </message>
    <message>
      <source>Newer revision</source>
      <translation>النسخة الأحدث</translation>
    </message>
    <message numerus="yes">
      <source>%n block(s) changed</source>
      <translation>
        <numerusform>لم تتغير أي فقرة</numerusform>
        <numerusform>تغيرت فقرة واحدة</numerusform>
        <numerusform>تغيرت فقرتان</numerusform>
        <numerusform>تغيرت %n فقرات</numerusform>
        <numerusform>تغيرت %n فقرة</numerusform>
        <numerusform>تغيرت %n فقرة</numerusform>
      </translation>
    </message>
    <message>
      <source>Close</source>
      <translation>إغلاق</translation>
    </message>
  </context>
  <context>
    <name>SaidPane</name>
    <message>
      <source>What we said before</source>
      <translation>ما قلناه سابقاً</translation>
    </message>
    <message>
      <source>Earlier opinions nearest to this paragraph; Enter opens one.</source>
      <translation>أقرب الآراء السابقة إلى هذه الفقرة؛ يفتح مفتاح Enter الرأي المحدد.</translation>
    </message>
    <message>
      <source>No earlier opinion is near to this paragraph.</source>
      <translation>لا رأي سابقاً قريباً من هذه الفقرة.</translation>
    </message>
  </context>
  <context>
    <name>SameLines</name>
    <message>
      <source>This very file is registered: {0}</source>
      <translation>هذا الملف نفسه مسجل برقم القيد {0}</translation>
    </message>
    <message>
      <source>Same number, date and sender: {0}</source>
      <translation>كتاب بالعدد والتاريخ والجهة أنفسها مسجل برقم القيد {0}</translation>
    </message>
    <message>
      <source>Nearly the same text ({0}):</source>
      <translation>نص يكاد يطابقه ({0}):</translation>
    </message>
    <message>
      <source>Same number, date and sender in this list: {0}</source>
      <translation>بالعدد والتاريخ والجهة أنفسها في هذه القائمة: {0}</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>فتح</translation>
    </message>
    <message>
      <source>What differs</source>
      <translation>مواضع الاختلاف</translation>
    </message>
  </context>
  <context>
    <name>DifferencePane</name>
    <message numerus="yes">
      <source>%n entry(ies)</source>
      <translation>
        <numerusform>لا قيود</numerusform>
        <numerusform>قيد واحد</numerusform>
        <numerusform>قيدان</numerusform>
        <numerusform>%n قيود</numerusform>
        <numerusform>%n قيداً</numerusform>
        <numerusform>%n قيد</numerusform>
      </translation>
    </message>
    <message>
      <source>Added</source>
      <translation>أُضيف</translation>
    </message>
    <message>
      <source>Added {0}</source>
      <translation>المضافة {0}</translation>
    </message>
    <message>
      <source>After</source>
      <translation>صار</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>كان</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>تغيّر</translation>
    </message>
    <message>
      <source>Changed {0}</source>
      <translation>المتغيرة {0}</translation>
    </message>
    <message>
      <source>Entries</source>
      <translation>القيود</translation>
    </message>
    <message>
      <source>Entries that differ</source>
      <translation>القيود المختلفة</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>الحقل</translation>
    </message>
    <message>
      <source>Keep in the entries' history</source>
      <translation>حفظها في تاريخ القيود</translation>
    </message>
    <message>
      <source>No part</source>
      <translation>بلا قسم</translation>
    </message>
    <message>
      <source>Nothing of this kind.</source>
      <translation>لا شيء من هذا النوع.</translation>
    </message>
    <message>
      <source>Part of the list</source>
      <translation>قسم القائمة</translation>
    </message>
    <message>
      <source>Parts of the list</source>
      <translation>أقسام القائمة</translation>
    </message>
    <message>
      <source>Removed</source>
      <translation>شُطب</translation>
    </message>
    <message>
      <source>Removed {0}</source>
      <translation>المشطوبة {0}</translation>
    </message>
    <message>
      <source>The whole list</source>
      <translation>القائمة كلها</translation>
    </message>
    <message>
      <source>What the entry says</source>
      <translation>نص القيد</translation>
    </message>
    <message>
      <source>from the list of {0} to that of {1}</source>
      <translation>من قائمة {0} إلى قائمة {1}</translation>
    </message>
    <message>
      <source>the first list of its kind on this desk</source>
      <translation>أول قائمة من نوعها في هذا المكتب</translation>
    </message>
  </context>
  <context>
    <name>EntriesTab</name>
    <message numerus="yes">
      <source>%n entry(ies)</source>
      <translation>
        <numerusform>لا قيود</numerusform>
        <numerusform>قيد واحد</numerusform>
        <numerusform>قيدان</numerusform>
        <numerusform>%n قيود</numerusform>
        <numerusform>%n قيداً</numerusform>
        <numerusform>%n قيد</numerusform>
      </translation>
    </message>
    <message>
      <source>A name in Arabic or Latin letters, or a reference</source>
      <translation>اسم بالعربية أو باللاتينية، أو رقم مرجعي</translation>
    </message>
    <message>
      <source>Copied: {0}</source>
      <translation>نُسخ: {0}</translation>
    </message>
    <message>
      <source>Entries of the lists</source>
      <translation>قيود القوائم</translation>
    </message>
    <message>
      <source>In force</source>
      <translation>نافذة</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>النوع</translation>
    </message>
    <message>
      <source>List</source>
      <translation>القائمة</translation>
    </message>
    <message>
      <source>Listed no more</source>
      <translation>مشطوبة</translation>
    </message>
    <message>
      <source>No entry has this name.
Try fewer parts of it, or the other script.</source>
      <translation>لا قيد بهذا الاسم.
جرّب أجزاء أقل منه، أو اكتبه بالخط الآخر.</translation>
    </message>
    <message>
      <source>No list has been imported yet.
Under “Lists in force” it is said where lists come from and how they come in.</source>
      <translation>لم تُستورد قائمة بعد.
في «القوائم النافذة» بيان مصدر القوائم وطريقة إدخالها.</translation>
    </message>
    <message>
      <source>Part</source>
      <translation>القسم</translation>
    </message>
    <message>
      <source>Search the entries</source>
      <translation>البحث في القيود</translation>
    </message>
    <message>
      <source>State</source>
      <translation>الحالة</translation>
    </message>
    <message>
      <source>{0}: all</source>
      <translation>{0}: الكل</translation>
    </message>
    <message>
      <source>making names ready to be found in the other script…</source>
      <translation>تهيئة الأسماء للبحث بالخط الآخر…</translation>
    </message>
    <message>
      <source>Put on the list: {0}</source>
      <translation>أُضيف إلى القائمة: {0}</translation>
    </message>
  </context>
  <context>
    <name>EntryPane</name>
    <message>
      <source>After</source>
      <translation>صار</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>كان</translation>
    </message>
    <message>
      <source>By list</source>
      <translation>بحسب القوائم</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>الحقل</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>الاسم</translation>
    </message>
    <message>
      <source>Permanent number</source>
      <translation>الرقم الدائم</translation>
    </message>
    <message>
      <source>Quality</source>
      <translation>الموثوقية</translation>
    </message>
    <message>
      <source>Reasons for listing</source>
      <translation>أسباب الإدراج</translation>
    </message>
    <message>
      <source>Script</source>
      <translation>الخط</translation>
    </message>
    <message>
      <source>The entry</source>
      <translation>القيد</translation>
    </message>
    <message>
      <source>What is known</source>
      <translation>ما هو معلوم</translation>
    </message>
    <message>
      <source>as the file says it first</source>
      <translation>كما ورد أول مرة</translation>
    </message>
    <message>
      <source>changed:</source>
      <translation>تغيّر:</translation>
    </message>
    <message>
      <source>list of {0}</source>
      <translation>قائمة {0}</translation>
    </message>
    <message>
      <source>listed no more since {0}</source>
      <translation>مشطوب منذ {0}</translation>
    </message>
    <message>
      <source>lists of {0} to {1}</source>
      <translation>قوائم {0} إلى {1}</translation>
    </message>
    <message>
      <source>not listed</source>
      <translation>غير مدرج</translation>
    </message>
    <message>
      <source>Where it was found, and what was decided</source>
      <translation>أين ورد، وما تقرر فيه</translation>
    </message>
  </context>
  <context>
    <name>ListKindDialog</name>
    <message>
      <source>A table does not say of which day it is; the newest is in force.</source>
      <translation>لا يذكر الجدول تاريخه، والنافذة هي الأحدث تاريخاً.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
    <message>
      <source>File</source>
      <translation>الملف</translation>
    </message>
    <message>
      <source>List</source>
      <translation>القائمة</translation>
    </message>
    <message>
      <source>List of</source>
      <translation>تاريخ القائمة</translation>
    </message>
    <message>
      <source>Show what it changes</source>
      <translation>عرض ما تغيّره</translation>
    </message>
    <message>
      <source>Which list is this?</source>
      <translation>أي قائمة هذه؟</translation>
    </message>
  </context>
  <context>
    <name>ListsActs</name>
    <message>
      <source>Leave it</source>
      <translation>تركها</translation>
    </message>
    <message>
      <source>Put into force all the same</source>
      <translation>وضعها موضع النفاذ مع ذلك</translation>
    </message>
    <message numerus="yes">
      <source>%n decision(s) are open again.</source>
      <translation>
        <numerusform>لم يُفتح قرار من جديد.</numerusform>
        <numerusform>فُتح قرار واحد من جديد.</numerusform>
        <numerusform>فُتح قراران من جديد.</numerusform>
        <numerusform>فُتحت %n قرارات من جديد.</numerusform>
        <numerusform>فُتح %n قراراً من جديد.</numerusform>
        <numerusform>فُتح %n قرار من جديد.</numerusform>
      </translation>
    </message>
    <message>
      <source>A list that lost a third</source>
      <translation>قائمة فقدت ثلث قيودها</translation>
    </message>
    <message>
      <source>All files ({0})</source>
      <translation>كل الملفات ({0})</translation>
    </message>
    <message>
      <source>Import a list</source>
      <translation>استيراد قائمة</translation>
    </message>
    <message>
      <source>In force: {0} added, {1} removed, {2} changed.</source>
      <translation>صارت نافذة: أُضيف {0}، وشُطب {1}، وتغيّر {2}.</translation>
    </message>
    <message>
      <source>Lists ({0})</source>
      <translation>القوائم ({0})</translation>
    </message>
    <message>
      <source>Putting the list into force…</source>
      <translation>وضع القائمة موضع النفاذ…</translation>
    </message>
    <message>
      <source>Reading the list…</source>
      <translation>قراءة القائمة…</translation>
    </message>
    <message numerus="yes">
      <source>Reasons for listing were kept with %n entry(ies).</source>
      <translation>
        <numerusform>لم تُحفظ أسباب إدراج.</numerusform>
        <numerusform>حُفظت أسباب الإدراج مع قيد واحد.</numerusform>
        <numerusform>حُفظت أسباب الإدراج مع قيدين.</numerusform>
        <numerusform>حُفظت أسباب الإدراج مع %n قيود.</numerusform>
        <numerusform>حُفظت أسباب الإدراج مع %n قيداً.</numerusform>
        <numerusform>حُفظت أسباب الإدراج مع %n قيد.</numerusform>
      </translation>
    </message>
    <message>
      <source>The template lies at {0}</source>
      <translation>حُفظ النموذج في {0}</translation>
    </message>
    <message>
      <source>This list has {0} entries; {1} of the list before it are gone. A cut-off file looks like this. Is the loss right?</source>
      <translation>في هذه القائمة {0} من القيود، وقد غاب عنها {1} مما كان في القائمة السابقة. هكذا يبدو الملف المبتور. هل هذا النقص صحيح؟</translation>
    </message>
  </context>
  <context>
    <name>ListsTab</name>
    <message numerus="yes">
      <source>%n entry(ies)</source>
      <translation>
        <numerusform>لا قيود</numerusform>
        <numerusform>قيد واحد</numerusform>
        <numerusform>قيدان</numerusform>
        <numerusform>%n قيود</numerusform>
        <numerusform>%n قيداً</numerusform>
        <numerusform>%n قيد</numerusform>
      </translation>
    </message>
    <message>
      <source>About the list</source>
      <translation>عن القائمة</translation>
    </message>
    <message>
      <source>All files of this list</source>
      <translation>كل ملفات هذه القائمة</translation>
    </message>
    <message>
      <source>Carry the file on a medium that your office allows, and do not open it.</source>
      <translation>انقل الملف على وسيط يجيزه مكتبك، ولا تفتحه.</translation>
    </message>
    <message>
      <source>Drop a list here to see what it would change</source>
      <translation>أفلت القائمة هنا لترى ما تغيّره</translation>
    </message>
    <message>
      <source>Drop it on this page, or choose it with “Import a list…”.</source>
      <translation>أفلته على هذه الصفحة، أو اختره بـ«استيراد قائمة…».</translation>
    </message>
    <message>
      <source>Entries</source>
      <translation>القيود</translation>
    </message>
    <message>
      <source>Entries in force</source>
      <translation>القيود النافذة</translation>
    </message>
    <message>
      <source>File</source>
      <translation>الملف</translation>
    </message>
    <message>
      <source>Hash of the file (SHA-256)</source>
      <translation>بصمة الملف (SHA-256)</translation>
    </message>
    <message>
      <source>Imported</source>
      <translation>الاستيراد</translation>
    </message>
    <message>
      <source>In force, as before</source>
      <translation>النافذ كما كان</translation>
    </message>
    <message>
      <source>List of</source>
      <translation>تاريخ القائمة</translation>
    </message>
    <message>
      <source>Listed no more</source>
      <translation>المشطوبة</translation>
    </message>
    <message>
      <source>Lists in force</source>
      <translation>القوائم النافذة</translation>
    </message>
    <message>
      <source>Names in reports are compared with the lists that are imported here. This machine has no network, so a list is carried to it:</source>
      <translation>تُقارن أسماء التقارير بالقوائم المستوردة هنا. لا شبكة لهذا الجهاز، فتُحمل القائمة إليه:</translation>
    </message>
    <message>
      <source>National list</source>
      <translation>القائمة الوطنية</translation>
    </message>
    <message>
      <source>No list has been imported yet</source>
      <translation>لم تُستورد قائمة بعد</translation>
    </message>
    <message>
      <source>No list.</source>
      <translation>لا قائمة.</translation>
    </message>
    <message>
      <source>Part</source>
      <translation>القسم</translation>
    </message>
    <message>
      <source>Parts of the list</source>
      <translation>أقسام القائمة</translation>
    </message>
    <message>
      <source>Save the template, fill in a row for each name with its legal basis, and import it here.</source>
      <translation>احفظ النموذج، واملأ سطراً لكل اسم مع سنده القانوني، ثم استورده هنا.</translation>
    </message>
    <message>
      <source>The United Nations publish the Consolidated List as an XML file at un.org, Security Council, Sanctions, “United Nations Security Council Consolidated List”. Download it on a machine with a network.</source>
      <translation>تنشر الأمم المتحدة القائمة الموحدة ملفاً بصيغة XML في موقعها un.org: مجلس الأمن، الجزاءات، «القائمة الموحدة لمجلس الأمن». حمّله على جهاز متصل بالشبكة.</translation>
    </message>
    <message>
      <source>This file was not taken</source>
      <translation>لم يُؤخذ هذا الملف</translation>
    </message>
    <message>
      <source>What it would change is shown first; nothing changes until you say so.</source>
      <translation>يُعرض أولاً ما تغيّره، ولا يتغير شيء حتى تأمر به.</translation>
    </message>
    <message>
      <source>Why the file was not taken</source>
      <translation>سبب عدم أخذ الملف</translation>
    </message>
  </context>
  <context>
    <name>Screening</name>
    <message>
      <source>Entries</source>
      <translation>القيود</translation>
    </message>
    <message>
      <source>Lists in force</source>
      <translation>القوائم النافذة</translation>
    </message>
    <message>
      <source>To decide</source>
      <translation>بانتظار البت</translation>
    </message>
    <message>
      <source>Compare names</source>
      <translation>مطابقة أسماء</translation>
    </message>
    <message>
      <source>Lists that leave</source>
      <translation>القوائم الخارجة</translation>
    </message>
  </context>
  <context>
    <name>ScreeningPage</name>
    <message>
      <source>Screening</source>
      <translation>القوائم والمطابقة</translation>
    </message>
  </context>
  <context>
    <name>SealCard</name>
    <message>
      <source>A summary of a month</source>
      <translation>خلاصة شهر</translation>
    </message>
    <message>
      <source>A summary…</source>
      <translation>خلاصة شهر…</translation>
    </message>
    <message>
      <source>Compare paper with the history</source>
      <translation>مقارنة الورق بسجل الحركات</translation>
    </message>
    <message>
      <source>Compare that one</source>
      <translation>مقارنة ذلك الختم</translation>
    </message>
    <message>
      <source>Open the record</source>
      <translation>فتح القيد</translation>
    </message>
    <message>
      <source>Seal: sixteen digits</source>
      <translation>الختم: ستة عشر رقماً</translation>
    </message>
    <message>
      <source>The small print of a memo, a register or a summary ends with sixteen digits. Type them as they stand; or choose the file of a month's summary.</source>
      <translation>في أسفل كل مذكرة أو سجل أو خلاصة ستة عشر رقماً بالخط الصغير. اكتبها كما هي، أو اختر ملف خلاصة شهر.</translation>
    </message>
  </context>
  <context>
    <name>ConfirmDialog</name>
    <message>
      <source>A colleague is here and confirms it now</source>
      <translation>زميل حاضر يؤكدها الآن</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
    <message>
      <source>Confirm</source>
      <translation>تأكيد</translation>
    </message>
    <message>
      <source>It is the listed one</source>
      <translation>هو المدرج</translation>
    </message>
    <message>
      <source>It waits for the second officer</source>
      <translation>تنتظر الموظف الثاني</translation>
    </message>
    <message>
      <source>Second officer</source>
      <translation>الموظف الثاني</translation>
    </message>
    <message>
      <source>The colleague writes their own passphrase.</source>
      <translation>يكتب الزميل عبارة مروره بنفسه.</translation>
    </message>
    <message>
      <source>Their passphrase</source>
      <translation>عبارة مروره</translation>
    </message>
    <message>
      <source>Two officers confirm a name. Who is the second?</source>
      <translation>يؤكد الاسم موظفان. من الثاني؟</translation>
    </message>
    <message>
      <source>What it rests on</source>
      <translation>ما استُند إليه</translation>
    </message>
    <message>
      <source>{0} confirmed it first; you are the second officer.</source>
      <translation>أكدها {0} أولاً، وأنت الموظف الثاني.</translation>
    </message>
  </context>
  <context>
    <name>ExcludeDialog</name>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
    <message>
      <source>Exclude</source>
      <translation>استبعاد</translation>
    </message>
    <message>
      <source>It is somebody else</source>
      <translation>هو شخص آخر</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>السبب</translation>
    </message>
    <message>
      <source>The reason, in your own words or one of these</source>
      <translation>السبب بكلماتك، أو أحد هذه الأسباب</translation>
    </message>
    <message>
      <source>Usual reasons</source>
      <translation>الأسباب المعتادة</translation>
    </message>
  </context>
  <context>
    <name>HitActs</name>
    <message>
      <source>Confirmed: {0}</source>
      <translation>تأكدت: {0}</translation>
    </message>
    <message>
      <source>Excluded: {0}</source>
      <translation>استُبعدت: {0}</translation>
    </message>
    <message>
      <source>Left undecided: {0}</source>
      <translation>تُركت غير محسومة: {0}</translation>
    </message>
    <message>
      <source>Open again: {0}</source>
      <translation>فُتحت من جديد: {0}</translation>
    </message>
    <message>
      <source>Waits for the second officer: {0}</source>
      <translation>بانتظار الموظف الثاني: {0}</translation>
    </message>
    <message>
      <source>Put on the list: {0}</source>
      <translation>أُضيف إلى القائمة: {0}</translation>
    </message>
  </context>
  <context>
    <name>HitPanel</name>
    <message>
      <source>Asked for</source>
      <translation>الاسم المطلوب</translation>
    </message>
    <message>
      <source>In the document</source>
      <translation>في الوثيقة</translation>
    </message>
    <message>
      <source>In the text</source>
      <translation>في النص</translation>
    </message>
    <message>
      <source>Name {0} of {1}</source>
      <translation>الاسم {0} من {1}</translation>
    </message>
    <message>
      <source>No name of the lists is chosen.</source>
      <translation>لم يُختر اسم من القوائم.</translation>
    </message>
    <message>
      <source>On the list</source>
      <translation>في القائمة</translation>
    </message>
    <message>
      <source>Side by side</source>
      <translation>جنباً إلى جنب</translation>
    </message>
    <message>
      <source>The entry</source>
      <translation>القيد</translation>
    </message>
    <message>
      <source>The name and the entry</source>
      <translation>الاسم والقيد</translation>
    </message>
    <message>
      <source>This entry is listed no more since {0}.</source>
      <translation>هذا القيد مشطوب منذ {0}.</translation>
    </message>
  </context>
  <context>
    <name>HitsTab</name>
    <message numerus="yes">
      <source>%n document(s) wait to be compared with the lists.</source>
      <translation>
        <numerusform>لا وثيقة تنتظر المطابقة مع القوائم.</numerusform>
        <numerusform>وثيقة واحدة تنتظر المطابقة مع القوائم.</numerusform>
        <numerusform>وثيقتان تنتظران المطابقة مع القوائم.</numerusform>
        <numerusform>%n وثائق تنتظر المطابقة مع القوائم.</numerusform>
        <numerusform>%n وثيقة تنتظر المطابقة مع القوائم.</numerusform>
        <numerusform>%n وثيقة تنتظر المطابقة مع القوائم.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n name(s) to look at</source>
      <translation>
        <numerusform>لا أسماء للنظر فيها</numerusform>
        <numerusform>اسم واحد للنظر فيه</numerusform>
        <numerusform>اسمان للنظر فيهما</numerusform>
        <numerusform>%n أسماء للنظر فيها</numerusform>
        <numerusform>%n اسماً للنظر فيها</numerusform>
        <numerusform>%n اسم للنظر فيها</numerusform>
      </translation>
    </message>
    <message>
      <source>All lists</source>
      <translation>كل القوائم</translation>
    </message>
    <message>
      <source>List</source>
      <translation>القائمة</translation>
    </message>
    <message>
      <source>Names that wait for a decision</source>
      <translation>أسماء بانتظار البت</translation>
    </message>
    <message>
      <source>No list has been imported yet.
Under “Lists in force” it is said where lists come from and how they come in.</source>
      <translation>لم تُستورد قائمة بعد.
في «القوائم النافذة» بيان مصدر القوائم وطريقة إدخالها.</translation>
    </message>
    <message>
      <source>No name waits for a decision.
Names in reports appear here as they are found.</source>
      <translation>لا اسم بانتظار البت.
تظهر هنا أسماء التقارير حين تُكتشف.</translation>
    </message>
    <message>
      <source>Only what waits for me as the second officer</source>
      <translation>ما ينتظرني بصفة الموظف الثاني فقط</translation>
    </message>
    <message>
      <source>Text of the document</source>
      <translation>نص الوثيقة</translation>
    </message>
  </context>
  <context>
    <name>NamesWatch</name>
    <message numerus="yes">
      <source>%n name(s) of the lists were found in texts.</source>
      <translation>
        <numerusform>لم يُعثر في النصوص على أسماء من القوائم.</numerusform>
        <numerusform>عُثر في النصوص على اسم من القوائم.</numerusform>
        <numerusform>عُثر في النصوص على اسمين من القوائم.</numerusform>
        <numerusform>عُثر في النصوص على %n أسماء من القوائم.</numerusform>
        <numerusform>عُثر في النصوص على %n اسماً من القوائم.</numerusform>
        <numerusform>عُثر في النصوص على %n اسم من القوائم.</numerusform>
      </translation>
    </message>
    <message>
      <source>Comparing documents with the lists…</source>
      <translation>مطابقة الوثائق مع القوائم…</translation>
    </message>
  </context>
  <context>
    <name>NameForm</name>
    <message>
      <source>A name, in Arabic or Latin letters</source>
      <translation>اسم بحروف عربية أو لاتينية</translation>
    </message>
    <message>
      <source>Born in</source>
      <translation>سنة الولادة</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>مطابقة</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>النوع</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>الاسم</translation>
    </message>
    <message>
      <source>Nationality</source>
      <translation>الجنسية</translation>
    </message>
    <message>
      <source>Year of birth</source>
      <translation>سنة الولادة</translation>
    </message>
  </context>
  <context>
    <name>NamesActs</name>
    <message>
      <source>A table of names</source>
      <translation>جدول أسماء</translation>
    </message>
    <message>
      <source>Comparing the names of the table…</source>
      <translation>مطابقة أسماء الجدول…</translation>
    </message>
    <message>
      <source>Comparing…</source>
      <translation>المطابقة جارية…</translation>
    </message>
    <message>
      <source>Tables ({0})</source>
      <translation>الجداول ({0})</translation>
    </message>
  </context>
  <context>
    <name>NamesTab</name>
    <message numerus="yes">
      <source>%n entry(ies) may be meant.</source>
      <translation>
        <numerusform>لا قيد يُحتمل أن يكون المقصود.</numerusform>
        <numerusform>قيد واحد يُحتمل أن يكون المقصود.</numerusform>
        <numerusform>قيدان يُحتمل أن يكون أحدهما المقصود.</numerusform>
        <numerusform>%n قيود يُحتمل أن يكون أحدها المقصود.</numerusform>
        <numerusform>%n قيداً يُحتمل أن يكون أحدها المقصود.</numerusform>
        <numerusform>%n قيد يُحتمل أن يكون أحدها المقصود.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s)</source>
      <translation>
        <numerusform>لا أسطر</numerusform>
        <numerusform>سطر واحد</numerusform>
        <numerusform>سطران</numerusform>
        <numerusform>%n أسطر</numerusform>
        <numerusform>%n سطراً</numerusform>
        <numerusform>%n سطر</numerusform>
      </translation>
    </message>
    <message>
      <source>A table of names</source>
      <translation>جدول أسماء</translation>
    </message>
    <message>
      <source>Compared with: {0}</source>
      <translation>طوبقت مع: {0}</translation>
    </message>
    <message>
      <source>Drop a table of names here to compare it with the lists</source>
      <translation>أفلت جدول الأسماء هنا لمطابقته مع القوائم</translation>
    </message>
    <message>
      <source>Entries that the name may mean</source>
      <translation>القيود التي قد يعنيها الاسم</translation>
    </message>
    <message>
      <source>Names of the table</source>
      <translation>أسماء الجدول</translation>
    </message>
    <message>
      <source>No list is in force: import one under “Lists in force”.</source>
      <translation>لا قائمة نافذة: استورد قائمة من «القوائم النافذة».</translation>
    </message>
    <message>
      <source>Nothing found; the sheet says so with the lists and their hashes.</source>
      <translation>لم يُعثر على شيء، ويثبت المحضر ذلك بالقوائم وبصماتها.</translation>
    </message>
    <message>
      <source>One name</source>
      <translation>اسم واحد</translation>
    </message>
    <message>
      <source>Write a name in either script and press Enter. What else is known of the person speaks for an entry or against it. A sheet can be written also when nothing is found.</source>
      <translation>اكتب اسماً بأي خط واضغط Enter. وما يُعرف غيره عن الشخص يرجّح القيد أو يضعفه. ويمكن كتابة المحضر حتى إن لم يُعثر على شيء.</translation>
    </message>
  </context>
  <context>
    <name>SheetOut</name>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
    <message>
      <source>In which language is it to be written?</source>
      <translation>بأي لغة يُكتب؟</translation>
    </message>
    <message>
      <source>It lies at {0}. It is not encrypted there.</source>
      <translation>حُفظ في {0}، وهو هناك غير مشفّر.</translation>
    </message>
    <message>
      <source>Language of the paper</source>
      <translation>لغة الورقة</translation>
    </message>
  </context>
  <context>
    <name>TableForm</name>
    <message>
      <source>All {0}</source>
      <translation>الكل {0}</translation>
    </message>
    <message>
      <source>An Excel or CSV file with a name in each row; nothing of it is kept.</source>
      <translation>ملف Excel أو CSV في كل سطر منه اسم؛ لا يُحفظ منه شيء.</translation>
    </message>
    <message>
      <source>Choose a table…</source>
      <translation>اختيار جدول…</translation>
    </message>
    <message>
      <source>Column of the births</source>
      <translation>عمود الولادات</translation>
    </message>
    <message>
      <source>Column of the names</source>
      <translation>عمود الأسماء</translation>
    </message>
    <message>
      <source>Column of the nationalities</source>
      <translation>عمود الجنسيات</translation>
    </message>
    <message numerus="yes">
      <source>Compare %n name(s)</source>
      <translation>
        <numerusform>لا أسماء للمطابقة</numerusform>
        <numerusform>مطابقة اسم واحد</numerusform>
        <numerusform>مطابقة اسمين</numerusform>
        <numerusform>مطابقة %n أسماء</numerusform>
        <numerusform>مطابقة %n اسماً</numerusform>
        <numerusform>مطابقة %n اسم</numerusform>
      </translation>
    </message>
    <message>
      <source>Nothing found {0}</source>
      <translation>بلا مطابقة {0}</translation>
    </message>
    <message>
      <source>To decide {0}</source>
      <translation>بانتظار البت {0}</translation>
    </message>
    <message>
      <source>With hits {0}</source>
      <translation>لها مطابقات {0}</translation>
    </message>
  </context>
  <context>
    <name>CountersignDialog</name>
    <message>
      <source>A colleague signs</source>
      <translation>توقيع زميل</translation>
    </message>
    <message>
      <source>Approve</source>
      <translation>إقرار</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
    <message>
      <source>Colleague</source>
      <translation>الزميل</translation>
    </message>
    <message>
      <source>Their passphrase</source>
      <translation>عبارة مروره</translation>
    </message>
    <message>
      <source>This desk has no other officer who may approve it.</source>
      <translation>ليس في هذا المكتب موظف آخر له أن يقرّها.</translation>
    </message>
  </context>
  <context>
    <name>OutActs</name>
    <message>
      <source>Leave them</source>
      <translation>إبقاؤها</translation>
    </message>
    <message numerus="yes">
      <source>%n row(s), as they read now, are approved by a colleague.</source>
      <translation>
        <numerusform>لا أسطر يقرها زميل.</numerusform>
        <numerusform>يقر زميل سطراً واحداً كما هو الآن.</numerusform>
        <numerusform>يقر زميل سطرين كما هما الآن.</numerusform>
        <numerusform>يقر زميل %n أسطر كما هي الآن.</numerusform>
        <numerusform>يقر زميل %n سطراً كما هي الآن.</numerusform>
        <numerusform>يقر زميل %n سطر كما هي الآن.</numerusform>
      </translation>
    </message>
    <message>
      <source>Not approved by two officers: {0}.</source>
      <translation>لم يقرها موظفان: {0}.</translation>
    </message>
    <message>
      <source>Take off the list</source>
      <translation>إزالة من القائمة</translation>
    </message>
    <message>
      <source>Take these rows off the list: {0}?</source>
      <translation>هل تُزال هذه الأسطر من القائمة: {0}؟</translation>
    </message>
    <message>
      <source>The entry is listed no more: {0}.</source>
      <translation>القيد مشطوب: {0}.</translation>
    </message>
    <message>
      <source>The list has no rows yet.</source>
      <translation>لا أسطر في القائمة بعد.</translation>
    </message>
    <message>
      <source>Without a legal basis: {0}.</source>
      <translation>بلا سند قانوني: {0}.</translation>
    </message>
  </context>
  <context>
    <name>OutTab</name>
    <message>
      <source>Every row was approved twice as it reads.</source>
      <translation>كل سطر أُقر مرتين كما هو.</translation>
    </message>
    <message>
      <source>Lists of names that leave</source>
      <translation>قوائم الأسماء الخارجة</translation>
    </message>
    <message>
      <source>No list of names was begun yet.
A list of names leaves the desk only when two officers have approved each of its rows, with its legal basis. Begin one here, or put an entry or a confirmed name on a list from where it is shown.</source>
      <translation>لم تبدأ قائمة أسماء بعد.
لا تخرج قائمة أسماء من المكتب إلا بعد أن يقر موظفان كل سطر منها مع سنده القانوني. ابدأ قائمة هنا، أو ضع قيداً أو اسماً مؤكداً على قائمة من حيث يُعرض.</translation>
    </message>
    <message>
      <source>Rows of the list</source>
      <translation>أسطر القائمة</translation>
    </message>
  </context>
  <context>
    <name>OutDialog</name>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
  </context>
  <context>
    <name>NewListDialog</name>
    <message>
      <source>A list of names</source>
      <translation>قائمة أسماء</translation>
    </message>
    <message>
      <source>Begin</source>
      <translation>بدء</translation>
    </message>
    <message>
      <source>of none: it leaves by itself</source>
      <translation>بلا رأي: تخرج وحدها</translation>
    </message>
  </context>
  <context>
    <name>RowDialog</name>
    <message>
      <source>A row of the list</source>
      <translation>سطر من القائمة</translation>
    </message>
    <message>
      <source>Write</source>
      <translation>كتابة</translation>
    </message>
    <message>
      <source>Reference number; may stay empty</source>
      <translation>الرقم المرجعي، ويجوز تركه</translation>
    </message>
    <message>
      <source>No entry has this reference.</source>
      <translation>لا قيد بهذا الرقم المرجعي.</translation>
    </message>
  </context>
  <context>
    <name>JoinDialog</name>
    <message>
      <source>Put on a list of names</source>
      <translation>إضافته إلى قائمة أسماء</translation>
    </message>
    <message>
      <source>Put on the list</source>
      <translation>إضافته إلى القائمة</translation>
    </message>
    <message>
      <source>A new list</source>
      <translation>قائمة جديدة</translation>
    </message>
    <message>
      <source>List of names</source>
      <translation>قائمة الأسماء</translation>
    </message>
  </context>
  <context>
    <name>SearchAdvice</name>
    <message numerus="yes">
      <source>%n document(s) if you drop {0}</source>
      <translation>
        <numerusform>لا وثائق عند حذف {0}</numerusform>
        <numerusform>وثيقة واحدة عند حذف {0}</numerusform>
        <numerusform>وثيقتان عند حذف {0}</numerusform>
        <numerusform>%n وثائق عند حذف {0}</numerusform>
        <numerusform>%n وثيقة عند حذف {0}</numerusform>
        <numerusform>%n وثيقة عند حذف {0}</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SearchBar</name>
    <message>
      <source>Words find their other forms too; "quotes" or =word keep to the letter.</source>
      <translation>يشمل البحث الصيغ الأخرى للكلمة؛ ويقيّده "الاقتباس" أو =كلمة بالحرف نفسه.</translation>
    </message>
    <message>
      <source>Best match first</source>
      <translation>الأقرب أولاً</translation>
    </message>
    <message>
      <source>Newest first</source>
      <translation>الأحدث أولاً</translation>
    </message>
    <message>
      <source>Order: {0}</source>
      <translation>الترتيب: {0}</translation>
    </message>
    <message numerus="yes">
      <source>%n document(s)</source>
      <translation>
        <numerusform>لا وثائق</numerusform>
        <numerusform>وثيقة واحدة</numerusform>
        <numerusform>وثيقتان</numerusform>
        <numerusform>%n وثائق</numerusform>
        <numerusform>%n وثيقة</numerusform>
        <numerusform>%n وثيقة</numerusform>
      </translation>
    </message>
    <message>
      <source>includes: {0}</source>
      <translation>يشمل: {0}</translation>
    </message>
    <message>
      <source>Did you mean: {0}</source>
      <translation>هل المقصود: {0}</translation>
    </message>
  </context>
  <context>
    <name>SearchField</name>
    <message>
      <source>Search: words, "phrase", mission:Amman, dated:2026</source>
      <translation>بحث: كلمات، "عبارة"، السفارة:عمّان، بتاريخ:2026</translation>
    </message>
  </context>
  <context>
    <name>SearchHelp</name>
    <message>
      <source>financing of terrorism</source>
      <translation>تمويل الإرهاب</translation>
    </message>
    <message>
      <source>All the words, in any of their forms and in both languages</source>
      <translation>جميع الكلمات، بأي صيغة من صيغها وباللغتين</translation>
    </message>
    <message>
      <source>"border security"</source>
      <translation>"أمن الحدود"</translation>
    </message>
    <message>
      <source>These words side by side</source>
      <translation>هذه الكلمات متجاورة</translation>
    </message>
    <message>
      <source>=financing</source>
      <translation>=تمويل</translation>
    </message>
    <message>
      <source>This spelling only, no other forms</source>
      <translation>هذا الرسم وحده دون صيغه الأخرى</translation>
    </message>
    <message>
      <source>mission:Amman</source>
      <translation>السفارة:عمّان</translation>
    </message>
    <message>
      <source>In one field: from or to this mission</source>
      <translation>في حقل بعينه: ما ورد من هذه البعثة أو صدر إليها</translation>
    </message>
    <message>
      <source>dated:March 2026</source>
      <translation>بتاريخ:آذار 2026</translation>
    </message>
    <message>
      <source>A day, a month or a year</source>
      <translation>يوم أو شهر أو سنة</translation>
    </message>
    <message>
      <source>dated:[1/1/2026 to 31/3/2026]</source>
      <translation>بتاريخ:[1/1/2026 إلى 31/3/2026]</translation>
    </message>
    <message>
      <source>Between two days</source>
      <translation>بين يومين</translation>
    </message>
    <message>
      <source>returns OR repatriation</source>
      <translation>عودة أو استعادة</translation>
    </message>
    <message>
      <source>One of the two, or both</source>
      <translation>إحدى الكلمتين أو كلتاهما</translation>
    </message>
    <message>
      <source>financing NOT British</source>
      <translation>تمويل ليس داعش</translation>
    </message>
    <message>
      <source>The first without the second</source>
      <translation>الأولى دون الثانية</translation>
    </message>
    <message>
      <source>terroris*</source>
      <translation>إرهابي*</translation>
    </message>
    <message>
      <source>Words that begin so</source>
      <translation>كلمات تبدأ بهذه الحروف</translation>
    </message>
    <message>
      <source>Ottowa~</source>
      <translation>سيراكوسا~</translation>
    </message>
    <message>
      <source>A name whose spelling is not certain</source>
      <translation>اسم لا يُجزم برسمه</translation>
    </message>
    <message>
      <source>A resolution or a letter by its number</source>
      <translation>قرار أو كتاب برقمه</translation>
    </message>
    <message>
      <source>Field names and their values are offered while one types, in both languages. What can't be read as a question is searched for as words.</source>
      <translation>تُقترح أسماء الحقول وقيمها أثناء الكتابة باللغتين، وما تتعذّر قراءته صيغةَ بحثٍ يجري البحث عن كلماته كما هي.</translation>
    </message>
    <message>
      <source>Try {0}: {1}</source>
      <translation>تجربة {0}: {1}</translation>
    </message>
  </context>
  <context>
    <name>SecurityPage</name>
    <message>
      <source>Backup</source>
      <translation>النسخة الاحتياطية</translation>
    </message>
    <message>
      <source>Lock</source>
      <translation>القفل</translation>
    </message>
    <message>
      <source>My passphrase</source>
      <translation>عبارة مروري</translation>
    </message>
    <message>
      <source>Recovery words</source>
      <translation>كلمات الاسترجاع</translation>
    </message>
    <message>
      <source>Security check</source>
      <translation>فحص الأمان</translation>
    </message>
    <message>
      <source>What left the desk</source>
      <translation>ما خرج من المكتب</translation>
    </message>
    <message>
      <source>Who can open the desk</source>
      <translation>من يفتح المكتب</translation>
    </message>
  </context>
  <context>
    <name>SelectionBar</name>
    <message numerus="yes">
      <source>%n document(s) chosen</source>
      <translation>
        <numerusform>لم تُختر وثيقة</numerusform>
        <numerusform>اختيرت وثيقة</numerusform>
        <numerusform>اختيرت وثيقتان</numerusform>
        <numerusform>اختيرت %n وثائق</numerusform>
        <numerusform>اختيرت %n وثيقة</numerusform>
        <numerusform>اختيرت %n وثيقة</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SettingsDialog</name>
    <message>
      <source>Settings</source>
      <translation>الإعدادات</translation>
    </message>
    <message>
      <source>Desk</source>
      <translation>المكتب</translation>
    </message>
    <message>
      <source>Memos</source>
      <translation>المذكرات</translation>
    </message>
    <message>
      <source>Officers</source>
      <translation>الموظفون</translation>
    </message>
    <message>
      <source>Security</source>
      <translation>الأمن</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>إغلاق</translation>
    </message>
    <message>
      <source>Saved.</source>
      <translation>حُفظ.</translation>
    </message>
    <message>
      <source>Gregorian</source>
      <translation>الميلادي</translation>
    </message>
    <message>
      <source>Gregorian, with Hijri beside it</source>
      <translation>الميلادي ومعه الهجري</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>فاتح</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>داكن</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>كما في النظام</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>اللغة</translation>
    </message>
    <message>
      <source>Figures in the window</source>
      <translation>الأرقام في النافذة</translation>
    </message>
    <message>
      <source>Figures in memos</source>
      <translation>الأرقام في المذكرات</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>التقويم</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>المظهر</translation>
    </message>
    <message>
      <source>Register number</source>
      <translation>صيغة رقم القيد</translation>
    </message>
    <message>
      <source>Short name of a travelling laptop</source>
      <translation>رمز الحاسوب المتنقل</translation>
    </message>
    <message>
      <source>Letterhead</source>
      <translation>الترويسة</translation>
    </message>
    <message>
      <source>Signer's title in Arabic</source>
      <translation>صفة الموقّع بالعربية</translation>
    </message>
    <message>
      <source>Signer's title in English</source>
      <translation>صفة الموقّع بالإنكليزية</translation>
    </message>
    <message>
      <source>Signer's name in Arabic</source>
      <translation>اسم الموقّع بالعربية</translation>
    </message>
    <message>
      <source>Signer's name in English</source>
      <translation>اسم الموقّع بالإنكليزية</translation>
    </message>
    <message>
      <source>Usual addressee in Arabic</source>
      <translation>المخاطَب المعتاد بالعربية</translation>
    </message>
    <message>
      <source>Usual addressee in English</source>
      <translation>المخاطَب المعتاد بالإنكليزية</translation>
    </message>
    <message>
      <source>For example {0}</source>
      <translation>مثلاً {0}</translation>
    </message>
  </context>
  <context>
    <name>SideBySide</name>
    <message>
      <source>(empty)</source>
      <translation>(فارغ)</translation>
    </message>
    <message>
      <source>Shown now</source>
      <translation>المعروضة الآن</translation>
    </message>
    <message>
      <source>Take this one</source>
      <translation>اختيار هذه</translation>
    </message>
    <message>
      <source>The opinion was issued: what another desk wrote afterwards is not applied.</source>
      <translation>صدر الرأي: ما كتبه مكتب آخر دون علمه بالإصدار لا يُطبَّق.</translation>
    </message>
    <message>
      <source>The text was written on two desks; the first shows.</source>
      <translation>كُتب النص في مكتبين، والمعروض هو الأول.</translation>
    </message>
    <message>
      <source>Two desks issued it. The earlier issue, the first, holds.</source>
      <translation>أصدره مكتبان، ويُعتمد الإصدار الأسبق وهو الأول.</translation>
    </message>
    <message>
      <source>Two documents carry this number. Void one of them.</source>
      <translation>وثيقتان تحملان هذا الرقم. ألغِ إحداهما.</translation>
    </message>
  </context>
  <context>
    <name>SlotsField</name>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
    <message>
      <source>Each opens the whole desk: what an officer may see is a rule of the house, not a lock. The names below are read on the locked screen by anybody.</source>
      <translation>كل عبارة تفتح المكتب كله: فما يجوز للموظف أن يراه قاعدة من قواعد العمل وليس قفلاً. والأسماء أدناه يقرؤها كل من يرى شاشة القفل.</translation>
    </message>
    <message>
      <source>Name on the locked screen</source>
      <translation>الاسم في شاشة القفل</translation>
    </message>
    <message>
      <source>Rename my slot…</source>
      <translation>تغيير اسمي في شاشة القفل…</translation>
    </message>
    <message>
      <source>Shall {0} open this desk no more? What they wrote stays. A backup that was made before still opens with their passphrase: destroy it if it must not.</source>
      <translation>هل يُمنع {0} من فتح المكتب؟ يبقى كل ما كتبه. والنسخ الاحتياطية السابقة تبقى تُفتح بعبارته، فأتلفها إن كان ذلك لا يجوز.</translation>
    </message>
    <message>
      <source>Take away…</source>
      <translation>سحب العبارة…</translation>
    </message>
    <message>
      <source>Take the passphrase away</source>
      <translation>سحب عبارة المرور</translation>
    </message>
    <message>
      <source>The locked screen shows the new name.</source>
      <translation>تُظهر شاشة القفل الاسم الجديد.</translation>
    </message>
    <message>
      <source>You</source>
      <translation>أنت</translation>
    </message>
    <message>
      <source>Your passphrase</source>
      <translation>عبارة مرورك</translation>
    </message>
    <message>
      <source>{0} opens this desk no more.</source>
      <translation>لم يعد {0} يفتح هذا المكتب.</translation>
    </message>
  </context>
  <context>
    <name>SourceMarks</name>
    <message>
      <source>Source {0}</source>
      <translation>المصدر {0}</translation>
    </message>
    <message>
      <source>Show the passage</source>
      <translation>عرض الموضع</translation>
    </message>
    <message>
      <source>Take this source away</source>
      <translation>إزالة هذا المصدر</translation>
    </message>
  </context>
  <context>
    <name>SourcesPane</name>
    <message>
      <source>Sources of the opinion</source>
      <translation>مصادر الرأي</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>التقرير</translation>
    </message>
    <message>
      <source>Text of the report</source>
      <translation>نص التقرير</translation>
    </message>
    <message>
      <source>Cite the selection</source>
      <translation>الاستشهاد بالمحدد</translation>
    </message>
    <message>
      <source>Open the document</source>
      <translation>فتح الوثيقة</translation>
    </message>
    <message>
      <source>No report is attached to this opinion yet.
Open a document and choose “Draft opinion”, or add it from its page.</source>
      <translation>لا تقارير مرتبطة بهذا الرأي بعد.
تُفتح وثيقة ويُختار «رأي فني»، أو تُضاف من صفحتها.</translation>
    </message>
  </context>
  <context>
    <name>Unfolded</name>
    <message>
      <source>(empty)</source>
      <translation>(فارغ)</translation>
    </message>
    <message>
      <source>Bring back</source>
      <translation>إعادة ما كان</translation>
    </message>
    <message>
      <source>Bring back the earlier value of {0}</source>
      <translation>إعادة القيمة السابقة للحقل {0}</translation>
    </message>
    <message>
      <source>Choose an act to see what it wrote.</source>
      <translation>اختر حركة لترى ما كتبته.</translation>
    </message>
    <message>
      <source>Open the record</source>
      <translation>فتح القيد</translation>
    </message>
    <message>
      <source>Seal on paper: {0}</source>
      <translation>الختم على الورق: {0}</translation>
    </message>
    <message>
      <source>Show more</source>
      <translation>إظهار المزيد</translation>
    </message>
    <message>
      <source>Take this act back</source>
      <translation>التراجع عن هذه الحركة</translation>
    </message>
    <message>
      <source>What it wrote is above your clearance.</source>
      <translation>ما كتبته هذه الحركة فوق درجة اطلاعك.</translation>
    </message>
    <message>
      <source>Writes again what its fields held before; that is an act itself.</source>
      <translation>يعيد إلى الحقول ما كان فيها، ويُسجَّل ذلك حركةً بذاتها.</translation>
    </message>
    <message>
      <source>before: {0}</source>
      <translation>كان: {0}</translation>
    </message>
    <message>
      <source>machine {0}</source>
      <translation>الجهاز {0}</translation>
    </message>
    <message>
      <source>{0}: made</source>
      <translation>{0}: أُنشئ</translation>
    </message>
  </context>
  <context>
    <name>UnlockView</name>
    <message>
      <source>The search index is made anew, once: {0}</source>
      <translation>يُعاد بناء فهرس البحث، مرة واحدة: {0}</translation>
    </message>
    <message>
      <source>Unlocking…</source>
      <translation>يجري الفتح…</translation>
    </message>
    <message>
      <source>Making the desk: its key is fitted to this machine…</source>
      <translation>يجري إنشاء المكتب وضبط مفتاحه على هذا الجهاز…</translation>
    </message>
    <message numerus="yes">
      <source>Next try in %n second(s).</source>
      <translation>
        <numerusform>تمكن المحاولة الآن.</numerusform>
        <numerusform>المحاولة التالية بعد ثانية واحدة.</numerusform>
        <numerusform>المحاولة التالية بعد ثانيتين.</numerusform>
        <numerusform>المحاولة التالية بعد %n ثوانٍ.</numerusform>
        <numerusform>المحاولة التالية بعد %n ثانية.</numerusform>
        <numerusform>المحاولة التالية بعد %n ثانية.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Veil</name>
    <message>
      <source>The desk should be locked, but what was being written can't be kept: the folder of the desk can't be written. Nothing is shown until it is. Make room on the disk or put the medium back, then try again.</source>
      <translation>كان يجب قفل المكتب، لكن تعذّر حفظ ما يُكتب لأن مجلد المكتب لا يقبل الكتابة. لا يظهر شيء حتى يُحفظ. أفسح مكاناً على القرص أو أعد وصل الوسيط، ثم أعد المحاولة.</translation>
    </message>
    <message>
      <source>Keep the words and lock</source>
      <translation>حفظ ما كُتب ثم القفل</translation>
    </message>
    <message>
      <source>Lock and lose the words</source>
      <translation>القفل وترك ما كُتب</translation>
    </message>
  </context>
  <context>
    <name>Waiting</name>
    <message>
      <source>Stop</source>
      <translation>إيقاف</translation>
    </message>
  </context>
  <context>
    <name>WordsField</name>
    <message>
      <source>Make new words…</source>
      <translation>إعداد كلمات جديدة…</translation>
    </message>
    <message>
      <source>Recovery words are in force. New ones take their place: the old sheet is then void. Backups that were made before still open with the old one.</source>
      <translation>كلمات الاسترجاع موجودة. تحلّ الجديدة محلها فتبطل الورقة القديمة، غير أن النسخ الاحتياطية السابقة تبقى تُفتح بها.</translation>
    </message>
    <message>
      <source>The new words are in force.</source>
      <translation>الكلمات الجديدة موضع العمل الآن.</translation>
    </message>
    <message>
      <source>There are no recovery words yet. Without them, a lost passphrase is a lost desk.</source>
      <translation>لا كلمات استرجاع بعد. وبدونها يضيع المكتب كله إذا ضاعت عبارة المرور.</translation>
    </message>
    <message>
      <source>Your passphrase</source>
      <translation>عبارة مرورك</translation>
    </message>
  </context>
  <context>
    <name>WordsDialog</name>
    <message>
      <source>Compare six words</source>
      <translation>مقارنة ست كلمات</translation>
    </message>
    <message>
      <source>Not now</source>
      <translation>ليس الآن</translation>
    </message>
    <message>
      <source>Read these words to an officer of {0}, by telephone or face to face. Only if both desks show the same six, in the same order, is the card true.</source>
      <translation>اقرأ هذه الكلمات على موظف من {0} هاتفياً أو وجهاً لوجه. لا تكون البطاقة صحيحة إلا إذا عرض المكتبان الكلمات الست نفسها وبالترتيب نفسه.</translation>
    </message>
    <message>
      <source>They are the same: trust this desk</source>
      <translation>متطابقة: اعتماد هذا المكتب</translation>
    </message>
  </context>
  <context>
    <name>Workspace</name>
    <message>
      <source>Arabic</source>
      <translation>العربية</translation>
    </message>
    <message>
      <source>English</source>
      <translation>الإنكليزية</translation>
    </message>
    <message>
      <source>Both</source>
      <translation>كلاهما</translation>
    </message>
    <message>
      <source>Change subject, addressee, classification…</source>
      <translation>تعديل الموضوع والمخاطَب والسرية…</translation>
    </message>
    <message>
      <source>Revision {0}</source>
      <translation>النسخة {0}</translation>
    </message>
    <message numerus="yes">
      <source>%n word(s)</source>
      <translation>
        <numerusform>لا كلمات</numerusform>
        <numerusform>كلمة واحدة</numerusform>
        <numerusform>كلمتان</numerusform>
        <numerusform>%n كلمات</numerusform>
        <numerusform>%n كلمة</numerusform>
        <numerusform>%n كلمة</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n page(s)</source>
      <translation>
        <numerusform>لا صفحات</numerusform>
        <numerusform>صفحة واحدة</numerusform>
        <numerusform>صفحتان</numerusform>
        <numerusform>%n صفحات</numerusform>
        <numerusform>%n صفحة</numerusform>
        <numerusform>%n صفحة</numerusform>
      </translation>
    </message>
    <message>
      <source>Issued: the text is frozen. A later opinion may amend or supersede it.</source>
      <translation>صدر الرأي ونصه نهائي. ولرأي لاحق أن يعدّله أو يلغيه.</translation>
    </message>
    <message>
      <source>Part of this opinion is above your clearance: it can be read, not edited.</source>
      <translation>في هذا الرأي ما هو أعلى من درجة اطلاعك: يُقرأ ولا يُحرر.</translation>
    </message>
    <message>
      <source>Under review: the text can't be changed until it is returned.</source>
      <translation>الرأي قيد المراجعة ولا يُعدّل نصه حتى يُعاد.</translation>
    </message>
    <message>
      <source>being written…</source>
      <translation>قيد الكتابة…</translation>
    </message>
    <message>
      <source>saved {0}</source>
      <translation>حُفظ {0}</translation>
    </message>
    <message>
      <source>not kept yet: it is tried again</source>
      <translation>لم يُحفظ بعد: تُعاد المحاولة</translation>
    </message>
  </context>
  <context>
    <name>page</name>
    <message>
      <source>No opinion is being written: F4 begins one.</source>
      <translation>لا رأي قيد الكتابة: يبدأ مفتاح F4 رأياً.</translation>
    </message>
    <message>
      <source>Reading the files…</source>
      <translation>تُقرأ الملفات…</translation>
    </message>
  </context>
  <context>
    <name>AgreementsTab</name>
    <message>
      <source>Waiting for my agreement</source>
      <translation>بانتظار موافقتي</translation>
    </message>
    <message>
      <source>What I asked of colleagues</source>
      <translation>ما طلبته من الزملاء</translation>
    </message>
    <message>
      <source>Agree</source>
      <translation>موافقة</translation>
    </message>
    <message>
      <source>Refuse…</source>
      <translation>رفض…</translation>
    </message>
    <message>
      <source>Open the record</source>
      <translation>فتح القيد</translation>
    </message>
    <message>
      <source>Withdraw</source>
      <translation>سحب الطلب</translation>
    </message>
    <message>
      <source>Lowering a classification, confirming a match and handing out classified lists take two officers. On one encrypted file this is a rule of the house against mistakes, not a lock against somebody who holds a passphrase.</source>
      <translation>خفض درجة السرية وتأكيد المطابقة وإخراج القوائم المصنفة يلزم لها موظفان. والمكتب ملف مشفر واحد، فهذا ضابط داخلي يمنع الخطأ، لا قفل أمام من يحمل عبارة مرور.</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>السبب</translation>
    </message>
    <message>
      <source>Nothing waits here.</source>
      <translation>لا شيء هنا.</translation>
    </message>
    <message>
      <source>Asked by {0}</source>
      <translation>الطالب: {0}</translation>
    </message>
    <message>
      <source>Second officer: {0}</source>
      <translation>الموظف الثاني: {0}</translation>
    </message>
  </context>
  <context>
    <name>SecondDialog</name>
    <message>
      <source>A second officer is needed</source>
      <translation>يلزم موظف ثانٍ</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>السبب</translation>
    </message>
    <message>
      <source>A colleague is here</source>
      <translation>زميل حاضر الآن</translation>
    </message>
    <message>
      <source>A colleague agrees later, when they have unlocked the desk</source>
      <translation>يوافق زميل لاحقاً حين يفتح المكتب</translation>
    </message>
    <message>
      <source>Second officer</source>
      <translation>الموظف الثاني</translation>
    </message>
    <message>
      <source>Their passphrase</source>
      <translation>عبارة مروره</translation>
    </message>
    <message>
      <source>Countersign</source>
      <translation>توقيع ثانٍ</translation>
    </message>
    <message>
      <source>Ask for agreement</source>
      <translation>طلب الموافقة</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
  </context>
  <context>
    <name>HandingOut</name>
    <message>
      <source>Classified entries</source>
      <translation>قيود مصنفة</translation>
    </message>
    <message>
      <source>Some entries of this list are above “{0}” ({1}).</source>
      <translation>في هذه القائمة قيود درجتها أعلى من «{0}» ({1}).</translation>
    </message>
    <message>
      <source>Without their content each keeps its number and its classification.</source>
      <translation>إن تُركت بلا مضمون بقي لكل منها رقمه ودرجة سريته.</translation>
    </message>
    <message>
      <source>Without their content</source>
      <translation>بلا مضمونها</translation>
    </message>
    <message>
      <source>In full, with a second officer…</source>
      <translation>كاملةً بموافقة موظف ثانٍ…</translation>
    </message>
    <message>
      <source>Nobody else at this desk is cleared for them.</source>
      <translation>ليس على هذا المكتب غيرك مخول بالاطلاع عليها.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
  </context>
  <context>
    <name>AboveClearance</name>
    <message>
      <source>“{0}” is above your clearance.</source>
      <translation>الدرجة «{0}» أعلى من درجة اطلاعك.</translation>
    </message>
    <message>
      <source>You hold the paper, so you may register it; after that you will not see it here.</source>
      <translation>الورقة بيدك فلك أن تسجلها، ثم لا تراها هنا بعد ذلك.</translation>
    </message>
    <message>
      <source>Register it</source>
      <translation>تسجيلها</translation>
    </message>
    <message>
      <source>Back to the form</source>
      <translation>العودة إلى الاستمارة</translation>
    </message>
  </context>
  <context>
    <name>Keeping</name>
    <message>
      <source>Agreements</source>
      <translation>الموافقات</translation>
    </message>
    <message>
      <source>Backups</source>
      <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
      <source>History</source>
      <translation>سجل الحركات</translation>
    </message>
    <message>
      <source>Check</source>
      <translation>الفحص</translation>
    </message>
    <message>
      <source>Back up the desk</source>
      <translation>نسخ المكتب احتياطياً</translation>
    </message>
    <message>
      <source>Packs</source>
      <translation>الحزم</translation>
    </message>
  </context>
  <context>
    <name>KeepingPage</name>
    <message>
      <source>Safekeeping</source>
      <translation>حفظ المكتب</translation>
    </message>
  </context>
</TS>
