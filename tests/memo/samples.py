"""Memos to test with: offices and titles only, as the division would write them."""

# ruff: noqa: E501 - the sentences of a memo are read whole
from __future__ import annotations

from dataclasses import replace

from ctdesk.domain.blocks import Block, Source
from ctdesk.memo.content import CitedSource, MemoContent

SHA = "5f" * 32
VIENNA = Source(
    "doc-vienna", "دخلت أحكام الرقابة على مقدمي خدمات الأصول الافتراضية حيز النفاذ", 40, 101
)
GENEVA = Source("doc-geneva", "The Committee will review Iraq's fourth report in May 2027.", 12, 70)
SOURCES = (
    CitedSource(
        1,
        "كتاب سفارة جمهورية العراق في فيينا المرقم 5/12/431 في 9 تشرين الثاني 2026",
        "No. 5/12/431 of 9 November 2026 from the Embassy of the Republic of Iraq in Vienna",
        VIENNA.quote,
    ),
    CitedSource(
        2,
        "كتاب الممثلية الدائمة لجمهورية العراق في جنيف المرقم 7/3/118 في 11 تشرين الثاني 2026",
        "No. 7/3/118 of 11 November 2026 from the Permanent Mission of Iraq in Geneva",
        GENEVA.quote,
    ),
)
MARKERS = {("doc-vienna", 40, 101): 1, ("doc-geneva", 12, 70): 2}


def _h(uid: str, ar: str, en: str) -> Block:
    return Block(uid, "heading", ar, en)


def _p(uid: str, ar: str, en: str, *sources: Source, mark: str = "") -> Block:
    return Block(uid, "paragraph", ar, en, mark=mark, sources=sources)


REPORTS = MemoContent(
    kind="opinion_reports",
    opinion_uid="01936f00-0000-7000-8000-000000000431",
    revision=3,
    sha256=SHA,
    number="431/2026",
    date="2026-11-23",
    classification="secret",
    urgency="urgent",
    to_ar="السيد وكيل الوزارة للشؤون متعددة الأطراف والشؤون القانونية المحترم",
    to_en="The Undersecretary for Multilateral and Legal Affairs",
    subject_ar="تقارير البعثات بشأن مكافحة تمويل الإرهاب عبر الأصول الافتراضية",
    subject_en="Mission reports on countering the financing of terrorism through virtual assets",
    copies=(
        ("مكتب السيد الوزير", "Office of the Minister"),
        ("مكتب مكافحة غسل الأموال وتمويل الإرهاب / البنك المركزي العراقي",
         "Anti-Money Laundering and Counter-Terrorist Financing Office, Central Bank of Iraq"),
    ),
    attachments=(
        ("كتاب سفارة جمهورية العراق في فيينا ذي العدد 5/12/431", "Letter No. 5/12/431 of the Embassy in Vienna"),
        ("نسخة من القرار S/RES/2462(2019)", "Copy of S/RES/2462(2019)"),
    ),
    reference_ar="إشارةً إلى كتاب سفارة جمهورية العراق في فيينا المرقم 5/12/431 في 9 تشرين الثاني 2026، وكتاب الممثلية الدائمة لجمهورية العراق في جنيف المرقم 7/3/118 في 2026-11-11، نود أن نبيّن الآتي:",
    reference_en="With reference to No. 5/12/431 of 9 November 2026 from the Embassy of the Republic of Iraq in Vienna and No. 7/3/118 of 11 November 2026 from the Permanent Mission of Iraq in Geneva, the Division advises as follows:",
    blocks=(
        _h("b1", "الموقف", "Situation"),
        _p("b2", "أفادت السفارة في فيينا بأن أحكام الرقابة على مقدمي خدمات الأصول الافتراضية (VASP) دخلت حيز النفاذ في 1 تشرين الأول 2026 بموجب التوصية رقم 15 لمجموعة العمل المالي (FATF)، وأن مكتب الأمم المتحدة المعني بالمخدرات والجريمة (UNODC) سجل ارتفاعاً في الحالات المبلَّغ عنها بنسبة 87.5% مقارنةً بالعام الماضي.",
           "The Embassy in Vienna reports that the rules on virtual asset service providers (VASP) entered into force on 1 October 2026 under Recommendation 15 of the Financial Action Task Force (FATF), and that UNODC recorded an increase of 87.5% in reported cases over last year.", VIENNA),
        _p("b3", "ونقلت الممثلية في جنيف عن أمانة اللجنة ما نصه: «The Committee will review Iraq's fourth report in May 2027 (A/HRC/64/12), and 3 questions remain open.» وهو ما يستلزم إعداد الإجابات قبل نهاية شهر آذار 2027.",
           "The Mission in Geneva quotes the Committee's secretariat: “The Committee will review Iraq's fourth report in May 2027 (A/HRC/64/12), and 3 questions remain open.” The answers must therefore be ready before the end of March 2027.", GENEVA),
        _h("b4", "الملاحظات", "Considerations"),
        _p("b5", "إن تجميد الأموال في العراق يجري وفق القانون رقم (39) لسنة 2015 والنظام رقم (6) لسنة 2023، وإن الطلبات الواردة بموجب القرار S/RES/1373 (2001) أساس قانوني ثانٍ إلى جانب القرارين S/RES/1267(1999) وS/RES/2253(2015).",
           "Freezing of funds in Iraq runs under Law No. 39 of 2015 and Regulation No. 6 of 2023; requests under S/RES/1373 (2001) are a second legal basis beside S/RES/1267(1999) and S/RES/2253(2015).", VIENNA, GENEVA),
        _p("b6", "لم تتضمن التقارير أسماء أشخاص أو كيانات مدرجة على قائمة الجزاءات، ويمكن الاستعلام من نقطة الاتصال على البريد الإلكتروني liaison@unodc.example والهاتف +43 1 26060 0.",
           "The reports name no listed persons or entities; the focal point can be reached at liaison@unodc.example and +43 1 26060 0."),
        _h("b7", "المقترحات", "Recommendations"),
        _p("b8", "مفاتحة مكتب مكافحة غسل الأموال وتمويل الإرهاب لبيان رأيه في آلية الإبلاغ خلال عشرة أيام.",
           "Ask the Anti-Money Laundering and Counter-Terrorist Financing Office for its opinion on the reporting mechanism within ten days."),
        _p("b9", "إعلام السفارة في فيينا بأن الجانب العراقي يؤيد المشاركة في الاجتماع المقرر عقده في المدة 15-17 كانون الأول 2026.",
           "Inform the Embassy in Vienna that Iraq supports taking part in the meeting of 15-17 December 2026.", mark="restricted"),
        Block("b10", "note", "ما ورد في ثانياً/2 لا يُبلَّغ إلى جهات خارجية.", "What stands in II/2 is not to be passed outside."),
    ),
    sources=SOURCES,
    markers=MARKERS,
    signer_title_ar="رئيس قسم مكافحة الإرهاب",
    signer_title_en="Head of the Counter-Terrorism Division",
    prepared_ar="شعبة المنظمات الدولية",
    prepared_en="International Organizations Section",
    seal="1a2b3c4d5e6f7081",
)  # fmt: skip


def _a(
    number: str,
    position: str,
    received: tuple[str, str],
    remark: tuple[str, str],
    proposed: tuple[str, str],
) -> Block:
    return Block(f"a{number}", "article", *remark, number=number, position=position,
                 received_ar=received[0], received_en=received[1],
                 proposed_ar=proposed[0], proposed_en=proposed[1])  # fmt: skip


MOU = replace(
    REPORTS,
    kind="opinion_mou",
    number="432/2026",
    urgency="routine",
    subject_ar="مسودة مذكرة التفاهم في مجال مكافحة الإرهاب مع مكتب الأمم المتحدة المعني بالمخدرات والجريمة (UNODC)",
    subject_en="Draft Memorandum of Understanding on countering terrorism with UNODC",
    reference_ar="إشارةً إلى كتاب سفارة جمهورية العراق في فيينا المرقم 5/12/431 في 9 تشرين الثاني 2026، المتضمن مسودة مذكرة التفاهم، وبعد دراستها في ضوء قرارات مجلس الأمن ذات الصلة، ولا سيما القرار S/RES/2379(2017)، نود أن نبيّن الآتي:",
    reference_en="With reference to No. 5/12/431 of 9 November 2026 from the Embassy of the Republic of Iraq in Vienna, which enclosed the draft Memorandum, and having examined it in the light of the relevant Security Council resolutions, in particular S/RES/2379(2017), the Division advises as follows:",
    blocks=(
        _p("m1", "لا مانع لدى القسم من حيث المبدأ من المضي بإجراءات التفاوض على المسودة، لانسجامها مع الاستراتيجية الوطنية لمكافحة الإرهاب ومع التزامات العراق الدولية.",
           "The Division has no objection in principle to opening negotiations: the draft is consistent with the national counter-terrorism strategy (الاستراتيجية الوطنية) and with Iraq’s international obligations.", VIENNA),
        _p("m2", "نرى تعديل المواد المبينة في الجدول أدناه قبل التوقيع:", "The following articles should be amended before signature:"),
        _a("1", "agree", ("تهدف المذكرة إلى تعزيز التعاون بين الطرفين.", "The Memorandum aims at strengthening cooperation."), ("", ""), ("", "")),
        _a("2", "agree_with_change",
           ("يتبادل الطرفان المعلومات المتعلقة بالمقاتلين الإرهابيين الأجانب (FTF).", "The Parties shall exchange information on foreign terrorist fighters (FTF)."),
           ("النص مطلق ولا يراعي تصنيف المعلومات ولا القانون رقم (13) لسنة 2005.", "Unqualified; disregards classification of information and Law No. 13 of 2005."),
           ("يتبادل الطرفان المعلومات المتعلقة بالمقاتلين الإرهابيين الأجانب (FTF) وفقاً لتشريعاتهما الوطنية ودرجة تصنيفها.", "The Parties shall exchange information on foreign terrorist fighters (FTF) in accordance with their national legislation and its classification.")),
        _a("5/ثانياً", "reserve",
           ("تُجمَّد الأموال خلال 72 ساعة.", "Funds shall be frozen within 72 hours."),
           ("يتعارض مع مبدأ «دون تأخير» الوارد في الفقرة 4(أ) من القرار S/RES/1373(2001).", "Contrary to the “without delay” standard of para. 1(c) of S/RES/1373(2001)."),
           ("تُجمَّد الأموال دون تأخير وبما لا يتجاوز 24 ساعة من تاريخ التبليغ.", "Funds shall be frozen without delay, and not later than 24 hours after notification.")),
        _a("7", "agree_with_change",
           ("تُعامَل المعلومات المتبادلة بسرية لمدة خمس سنوات.", "Information exchanged shall be kept confidential for five years."),
           ("المدة غير كافية، ولا تتفق مع تعليمات حفظ الوثائق السرية النافذة في الوزارة.", "The period is too short and departs from the Ministry's rules on secret papers."),
           ("تُعامَل المعلومات المتبادلة بسرية، ويبقى هذا الالتزام نافذاً بعد انتهاء العمل بالمذكرة.", "Information exchanged shall be kept confidential; this obligation survives the termination of the Memorandum.")),
        _a("9", "reject",
           ("تدخل المذكرة حيز النفاذ من تاريخ التوقيع.", "This Memorandum enters into force on signature."),
           ("يتعين استكمال الإجراءات القانونية الوطنية أولاً، وفق قانون عقد المعاهدات رقم (35) لسنة 2015.", "Domestic legal procedures must first be completed under the Law on the Conclusion of Treaties No. 35 of 2015."),
           ("تدخل المذكرة حيز النفاذ من تاريخ آخر إشعار خطي يتبادله الطرفان عبر القنوات الدبلوماسية.", "This Memorandum shall enter into force on the date of the last written notification exchanged through diplomatic channels.")),
        _p("m3", "مفاتحة جهاز مكافحة الإرهاب ومستشارية الأمن القومي لبيان رأيهما خلال عشرة أيام.",
           "Seek the views of the Counter-Terrorism Service and the National Security Advisory within ten days."),
        _p("m4", "عرض المسودة المعدلة على الدائرة القانونية تمهيداً للجولة الثانية (15 كانون الأول 2026).",
           "Submit the revised draft to the Legal Department ahead of the second round (15 December 2026)."),
    ),
)  # fmt: skip

NOTE = replace(
    REPORTS,
    kind="note_verbale",
    number="77/2026",
    classification="open",
    urgency="routine",
    to_ar="مكتب الأمم المتحدة لمكافحة الإرهاب (UNOCT)",
    to_en="United Nations Office of Counter-Terrorism (UNOCT)",
    copies=(),
    attachments=(),
    reference_ar="",
    reference_en="",
    prepared_ar="",
    prepared_en="",
    blocks=(
        _p("n1", "تشير الوزارة إلى قرار مجلس الأمن S/RES/2379(2017) بشأن مساءلة تنظيم داعش الإرهابي عن جرائمه، وإلى مذكرة المكتب المرقمة UNOCT/2026/118 والمؤرخة 2026/10/05.",
           "The Ministry refers to Security Council resolution S/RES/2379(2017) on accountability for crimes committed by Da’esh (داعش), and to the Office's note UNOCT/2026/118 of 5 October 2026."),
        _p("n2", "وتود الوزارة أن تحيط المكتب علماً بأن اللجنة الوطنية قد أنجزت المرحلة (2) من أرشفة الأدلة بنسبة 87.5% لغاية 2026/10/31، وبواقع 16 مشروعاً ممولاً من الأمم المتحدة.",
           "The Ministry wishes to inform the Office that the National Committee has completed phase (2) of the archiving of evidence, at 87.5% as of 31 October 2026, through 16 United Nations-funded projects."),
        _p("n3", "وترحب الوزارة بعقد الاجتماع الفني المقبل في بغداد خلال شهر كانون الثاني 2027.",
           "The Ministry would welcome holding the next technical meeting in Baghdad in January 2027."),
    ),
)  # fmt: skip

DRAFT = replace(REPORTS, number="", seal="", seal_is_draft=True)
