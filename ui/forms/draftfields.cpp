#include "ui/forms/draftfields.h"

#include "ui/widgets/questions.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

QString draftProblemText(const DraftFinding &problem)
{
    switch (problem.problem) {
    case DraftProblem::Missing:
        return DraftFields::tr("Fill this in.");
    case DraftProblem::NotAUrl:
        return DraftFields::tr("This is no web address. Example: https://bbb.example.org/bigbluebutton/");
    case DraftProblem::UnencryptedUrl:
        return DraftFields::tr("An http:// address would send everything unencrypted. Use https://.");
    case DraftProblem::HasSpaces:
        return DraftFields::tr("The secret has no spaces or line breaks inside.");
    case DraftProblem::NotAnAddress:
        return DraftFields::tr("Write it as user@host or user@host:port.");
    case DraftProblem::NotAbsolute:
        return DraftFields::tr("Write the whole path, beginning with /.");
    case DraftProblem::NoSuchFile:
        return DraftFields::tr("There is no such file, or it cannot be read.");
    case DraftProblem::NotACertificate:
        return DraftFields::tr("There is no PEM certificate in this file.");
    case DraftProblem::UnsafeCommand:
        return DraftFields::tr("At most 16 words of letters, digits and . _ / : = , @ % + - : a shell on the server could take anything else for "
                               "something else.");
    }
    return {};
}

DraftFields::DraftFields(bool isNewServer, QWidget *parent)
    : QWidget(parent)
    , m_isNew(isNewServer)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(8);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

QLineEdit *DraftFields::addLine(DraftField field, const QString &name, const QString &label, const QString &hint)
{
    auto *line = new QLineEdit;
    line->setObjectName(name);
    line->setPlaceholderText(hint);
    m_form->addRow(label, line);
    addProblemRow(field, line);
    return line;
}

QLineEdit *DraftFields::addSecret(const QString &name, const QString &label)
{
    auto *line = new QLineEdit;
    line->setObjectName(name);
    line->setEchoMode(QLineEdit::Password);
    line->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase |
                              Qt::ImhSensitiveData);
    if (!m_isNew)
        line->setPlaceholderText(tr("Leave empty to keep the present one"));
    m_form->addRow(label, line);
    connect(line, &QLineEdit::textEdited, this, &DraftFields::edited);
    return line;
}

QLineEdit *DraftFields::addFile(DraftField field, const QString &name, const QString &label, const QString &title,
                                Questions &questions)
{
    auto *line = new QLineEdit;
    line->setObjectName(name);
    auto *choose = new QPushButton(tr("Choose…"));
    choose->setObjectName(name + u"Choose"_s);
    choose->setAutoDefault(false);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(line, 1);
    layout->addWidget(choose);
    row->setFocusProxy(line);
    auto *caption = new QLabel(label);
    caption->setBuddy(line);
    // A screen reader looks for the caption beside the line only, and the line is in a row of its own.
    line->setAccessibleName(QString(label).remove(u'&').remove(u':'));
    m_form->addRow(caption, row);
    addProblemRow(field, line);
    connect(choose, &QPushButton::clicked, this, [this, line, title, &questions] {
        questions.chooseFileToOpen(window(), {.title = title, .suggestedPath = line->text(), .filter = {}},
                                   [line = QPointer(line)](const QString &path) {
                                       if (!line || path.isEmpty())
                                           return;
                                       line->setText(path);
                                       Q_EMIT line->textEdited(path);
                                   });
    });
    return line;
}

QLabel *DraftFields::addNote(const QString &text)
{
    auto *note = new QLabel(text);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    m_form->addRow(note);
    return note;
}

void DraftFields::addProblemRow(DraftField field, QLineEdit *line)
{
    auto *problem = new QLabel;
    problem->setObjectName(line->objectName() + u"Problem"_s);
    problem->setTextFormat(Qt::PlainText);
    problem->setWordWrap(true);
    m_form->addRow(QString(), problem);
    m_form->setRowVisible(problem, false);
    m_problems.insert(field, problem);
    m_lines.insert(field, line);
    colourProblems();
    connect(line, &QLineEdit::textEdited, this, [this] {
        updateProblems();
        Q_EMIT edited();
    });
    connect(line, &QLineEdit::editingFinished, this, [this, field, line] {
        if (line->isModified())
            m_touched.insert(field);
        updateProblems();
    });
}

// A red that reads on both a light and a dark window.
void DraftFields::colourProblems()
{
    const bool isDark = palette().color(QPalette::Window).lightness() < 128;
    QPalette colours;
    colours.setColor(QPalette::WindowText, isDark ? QColor(0xff, 0x8a, 0x80) : QColor(0xb3, 0x26, 0x1e));
    for (QLabel *problem : std::as_const(m_problems))
        problem->setPalette(colours);
}

void DraftFields::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colourProblems();
}

void DraftFields::setRowVisible(QWidget *field, bool isVisible)
{
    QWidget *row = field->parentWidget() == this ? field : field->parentWidget();
    m_form->setRowVisible(row, isVisible);
    if (!isVisible) {
        if (auto *problem = m_problems.value(m_lines.key(qobject_cast<QLineEdit *>(field), DraftField(-1))))
            m_form->setRowVisible(problem, false);
    }
}

QList<DraftFinding> DraftFields::ownProblems() const
{
    ServerDraft draft;
    store(draft);
    QList<DraftFinding> problems = problemsIn(draft, m_isNew);
    problems.removeIf([this](const DraftFinding &problem) { return !m_problems.contains(problem.field); });
    return problems;
}

void DraftFields::updateProblems()
{
    QHash<DraftField, QString> texts;
    for (const DraftFinding &problem : ownProblems()) {
        if (m_touched.contains(problem.field))
            texts.insert(problem.field, draftProblemText(problem));
    }
    for (auto it = m_problems.cbegin(); it != m_problems.cend(); ++it) {
        it.value()->setText(texts.value(it.key()));
        m_form->setRowVisible(it.value(), texts.contains(it.key()));
        m_lines[it.key()]->setAccessibleDescription(texts.value(it.key()));
    }
}

bool DraftFields::showProblems()
{
    const QList<DraftFinding> problems = ownProblems();
    for (const DraftFinding &problem : problems)
        m_touched.insert(problem.field);
    updateProblems();
    if (!problems.isEmpty())
        m_lines[problems.first().field]->setFocus();
    return problems.isEmpty();
}

AddressFields::AddressFields(bool isNewServer, QWidget *parent)
    : DraftFields(isNewServer, parent)
{
    m_url = addLine(DraftField::ApiUrl, u"apiUrl"_s, tr("API &URL:"), u"https://bbb.example.org/bigbluebutton/"_s);
    m_secret = addLine(DraftField::ApiSecret, u"apiSecret"_s, tr("Shared &secret:"),
                       isNewServer ? QString() : tr("Leave empty to keep the present one"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase |
                                  Qt::ImhSensitiveData);
    m_name = addLine(DraftField::Name, u"name"_s, tr("Na&me here:"), tr("As you call it, for example: University"));
    for (QLineEdit *line : {m_url, m_secret})
        connect(line, &QLineEdit::textEdited, this, &AddressFields::takePasted);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) { m_isNameTyped = !text.isEmpty(); });
    connect(m_url, &QLineEdit::textEdited, this, &AddressFields::suggestName);
    if (isNewServer) {
        addNote(tr("Run “bbb-conf --secret” on the conference server and paste all it prints into either field: "
                   "both are filled in."));
    }
}

void AddressFields::load(const ServerDraft &draft)
{
    m_name->setText(draft.name);
    m_url->setText(draft.apiUrl);
    m_secret->setText(draft.apiSecret);
    m_isNameTyped = !draft.name.isEmpty();
    updateProblems();
}

void AddressFields::store(ServerDraft &draft) const
{
    draft.name = m_name->text();
    draft.apiUrl = m_url->text();
    draft.apiSecret = m_secret->text();
}

// However it was pasted: by a key, from the menu, with the middle button, dropped.
void AddressFields::takePasted(const QString &text)
{
    ServerDraft draft;
    store(draft);
    if (!fillFromBbbConf(text, draft))
        return;
    m_url->setText(draft.apiUrl);
    m_secret->setText(draft.apiSecret);
    suggestName();
    updateProblems();
    Q_EMIT edited();
}

void AddressFields::suggestName()
{
    const Result<QUrl> url = normalisedApiUrl(m_url->text());
    if (!m_isNameTyped && url)
        m_name->setText(url->host());
}

SshFields::SshFields(bool isNewServer, Questions &questions, QWidget *parent)
    : DraftFields(isNewServer, parent)
{
    addNote(
        tr("Names, roles and times of the participants are in files on the server's disk. Without an SSH account only "
           "their number is known."));
    m_uses = new QCheckBox(tr("&Read the server's disk over SSH"));
    m_uses->setObjectName(u"usesSsh"_s);
    form()->addRow(m_uses);
    m_address = addLine(DraftField::SshAddress, u"sshAddress"_s, tr("&Account:"), u"letopis@bbb.example.org:22"_s);
    m_login = new QComboBox;
    m_login->setObjectName(u"sshLogin"_s);
    m_login->addItem(tr("SSH agent or the usual keys"), int(SshLogin::AgentAndDefaultKeys));
    m_login->addItem(tr("Key file"), int(SshLogin::KeyFile));
    m_login->addItem(tr("Password"), int(SshLogin::Password));
    form()->addRow(tr("&Log in with:"), m_login);
    m_keyFile = addFile(DraftField::KeyFile, u"keyFile"_s, tr("&Key file:"), tr("Choose the private key"), questions);
    m_passphrase = addSecret(u"keyPassphrase"_s, tr("Key's &passphrase:"));
    m_password = addSecret(u"sshPassword"_s, tr("&Password:"));
    m_dataRoot = addLine(DraftField::DataRoot, u"dataRoot"_s, tr("&Data root:"), u"/var/bigbluebutton"_s);
    if (!isNewServer)
        addMaterials();
    m_knownHosts = addFile(DraftField::KnownHosts, u"knownHosts"_s, tr("Known &hosts file:"),
                           tr("Choose the known_hosts file"), questions);
    m_knownHosts->setPlaceholderText(u"~/.ssh/known_hosts"_s);
    connect(m_uses, &QCheckBox::toggled, this, [this] {
        showLogin();
        Q_EMIT edited();
    });
    connect(m_login, &QComboBox::currentIndexChanged, this, [this] {
        showLogin();
        Q_EMIT edited();
    });
    load(ServerDraft());
}

// The data root is where it is kept by default, so the default follows what is typed there.
void SshFields::addMaterials()
{
    m_materials = addLine(DraftField::MaterialsFolder, u"materialsFolder"_s, tr("&Materials' folder:"));
    m_materialsNote = addNote(tr("An existing folder, the same on every server of this profile; everybody who works with these recordings has to "
                                 "use the same. What is there already is not moved."));
    m_materials->setAccessibleDescription(m_materialsNote->text());
    const auto showDefault = [this] {
        const QString root = m_dataRoot->text().trimmed();
        m_materials->setPlaceholderText((root.endsWith(u'/') ? root : root + u'/') + u"letopis"_s);
    };
    connect(m_dataRoot, &QLineEdit::textChanged, this, showDefault);
    showDefault();
}

void SshFields::showLogin()
{
    const bool isOn = m_uses->isChecked();
    const auto login = SshLogin(m_login->currentData().toInt());
    for (QWidget *field : {static_cast<QWidget *>(m_address), static_cast<QWidget *>(m_login),
                           static_cast<QWidget *>(m_dataRoot), static_cast<QWidget *>(m_knownHosts)})
        setRowVisible(field, isOn);
    if (m_materials) {
        setRowVisible(m_materials, isOn);
        setRowVisible(m_materialsNote, isOn);
    }
    setRowVisible(m_keyFile, isOn && login == SshLogin::KeyFile);
    setRowVisible(m_passphrase, isOn && login == SshLogin::KeyFile);
    setRowVisible(m_password, isOn && login == SshLogin::Password);
    updateProblems();
}

void SshFields::load(const ServerDraft &draft)
{
    m_uses->setChecked(draft.usesSsh);
    m_address->setText(draft.sshAddress);
    m_login->setCurrentIndex(m_login->findData(int(draft.login)));
    m_keyFile->setText(draft.keyFile);
    m_passphrase->setText(draft.keyPassphrase);
    m_password->setText(draft.sshPassword);
    m_dataRoot->setText(draft.dataRoot);
    if (m_materials)
        m_materials->setText(draft.materialsFolder);
    m_knownHosts->setText(draft.knownHostsFile);
    showLogin();
}

void SshFields::store(ServerDraft &draft) const
{
    draft.usesSsh = m_uses->isChecked();
    draft.sshAddress = m_address->text();
    draft.login = SshLogin(m_login->currentData().toInt());
    draft.keyFile = m_keyFile->text();
    draft.keyPassphrase = m_passphrase->text();
    draft.sshPassword = m_password->text();
    draft.dataRoot = m_dataRoot->text();
    if (m_materials)
        draft.materialsFolder = m_materials->text();
    draft.knownHostsFile = m_knownHosts->text();
}

NetworkFields::NetworkFields(bool isNewServer, Questions &questions, QWidget *parent)
    : DraftFields(isNewServer, parent)
    , m_interval(nullptr)
{
    m_proxy = new QComboBox;
    m_proxy->setObjectName(u"proxyKind"_s);
    m_proxy->addItem(tr("As the system says"), int(ProxyKind::System));
    m_proxy->addItem(tr("None"), int(ProxyKind::None));
    m_proxy->addItem(u"HTTP"_s, int(ProxyKind::Http));
    m_proxy->addItem(u"SOCKS 5"_s, int(ProxyKind::Socks5));
    form()->addRow(tr("&Proxy:"), m_proxy);
    m_host = addLine(DraftField::ProxyHost, u"proxyHost"_s, tr("Proxy's &host:"), u"proxy.example.org"_s);
    m_port = new QSpinBox;
    m_port->setObjectName(u"proxyPort"_s);
    m_port->setRange(1, 65535);
    form()->addRow(tr("Proxy's p&ort:"), m_port);
    m_user = new QLineEdit;
    m_user->setObjectName(u"proxyUser"_s);
    form()->addRow(tr("Proxy's &user:"), m_user);
    m_password = addSecret(u"proxyPassword"_s, tr("Proxy's pass&word:"));
    m_caFile = addFile(DraftField::CaFile, u"caFile"_s, tr("&Authority file (PEM):"),
                       tr("Choose the authority's certificate"), questions);
    m_caFile->setPlaceholderText(tr("Only where your organisation signs its own certificates"));
    if (!isNewServer) {
        m_interval = new QSpinBox;
        m_interval->setObjectName(u"syncInterval"_s);
        m_interval->setRange(0, 7 * 24 * 60);
        m_interval->setSingleStep(5);
        m_interval->setSpecialValueText(tr("Only on request"));
        m_interval->setSuffix(tr(" min"));
        form()->addRow(tr("&Sync every:"), m_interval);
        connect(m_interval, &QSpinBox::valueChanged, this, &DraftFields::edited);
    }
    connect(m_proxy, &QComboBox::currentIndexChanged, this, [this] {
        showProxy();
        Q_EMIT edited();
    });
    connect(m_port, &QSpinBox::valueChanged, this, &DraftFields::edited);
    connect(m_user, &QLineEdit::textEdited, this, &DraftFields::edited);
    load(ServerDraft());
}

void NetworkFields::showProxy()
{
    const auto kind = ProxyKind(m_proxy->currentData().toInt());
    const bool isOurs = kind == ProxyKind::Http || kind == ProxyKind::Socks5;
    for (QWidget *field : {static_cast<QWidget *>(m_host), static_cast<QWidget *>(m_port),
                           static_cast<QWidget *>(m_user), static_cast<QWidget *>(m_password)})
        setRowVisible(field, isOurs);
    updateProblems();
}

void NetworkFields::load(const ServerDraft &draft)
{
    m_proxy->setCurrentIndex(m_proxy->findData(int(draft.proxyKind)));
    m_host->setText(draft.proxyHost);
    m_port->setValue(draft.proxyPort);
    m_user->setText(draft.proxyUser);
    m_password->setText(draft.proxyPassword);
    m_caFile->setText(draft.caFile);
    if (m_interval)
        m_interval->setValue(draft.syncIntervalMinutes);
    showProxy();
}

void NetworkFields::store(ServerDraft &draft) const
{
    draft.proxyKind = ProxyKind(m_proxy->currentData().toInt());
    draft.proxyHost = m_host->text();
    draft.proxyPort = m_port->value();
    draft.proxyUser = m_user->text();
    draft.proxyPassword = m_password->text();
    draft.caFile = m_caFile->text();
    if (m_interval)
        draft.syncIntervalMinutes = m_interval->value();
}

} // namespace letopis
