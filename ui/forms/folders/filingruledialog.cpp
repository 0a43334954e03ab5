#include "ui/forms/folders/filingruledialog.h"

#include "core/workspace/workspace.h"
#include "ui/forms/folders/folderdialog.h"
#include "ui/models/foldertreemodel.h"
#include "ui/text/foldertext.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/problemlabel.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

FilingRuleDialog::FilingRuleDialog(const AccessParts &parts, const QList<ConferenceServer> &servers,
                                   const std::optional<FilingRule> &rule, QWidget *parent)
    : QDialog(parent)
    , m_library(parts.workspace.folders())
    , m_actor(parts.actor)
    , m_closing(*this, parts.questions)
    , m_folders(new FolderTreeModel(m_library, m_actor, this))
    , m_folder(rule ? rule->folder : FolderId())
    , m_isNew(!rule)
    , m_servers(new QComboBox)
    , m_conditions(new QVBoxLayout)
    , m_place(makeTextLabel(u"ruleFolder"_s))
    , m_choose(new QPushButton(tr("C&hoose…")))
    , m_add(new QPushButton(tr("&Add condition")))
    , m_problem(new ProblemLabel)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel))
{
    setObjectName(u"filingRuleDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(m_isNew ? tr("New filing rule") : tr("Filing rule"));
    resize(680, 360);
    layOut(servers);
    if (rule && rule->server)
        chooseServer(*rule->server);
    for (const FilingRule::Condition &condition : rule ? rule->conditions : QList<FilingRule::Condition>{{}})
        addLine(condition);
    connect(m_folders, &FolderTreeModel::read, this, &FilingRuleDialog::update);
    connect(m_servers, &QComboBox::currentIndexChanged, this, &FilingRuleDialog::update);
    connect(m_choose, &QPushButton::clicked, this, &FilingRuleDialog::chooseFolder);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addLine({});
        m_lines.last().field->setFocus();
    });
    m_folders->reload();
    m_before = this->rule();
    m_servers->setFocus();
    update();
}

void FilingRuleDialog::reject()
{
    m_closing.close(rule() != m_before);
}

void FilingRuleDialog::layOut(const QList<ConferenceServer> &servers)
{
    m_servers->setObjectName(u"ruleServer"_s);
    m_servers->addItem(tr("Any server"), qint64(0));
    for (const ConferenceServer &server : servers)
        m_servers->addItem(server.name, server.id.value);
    m_choose->setAutoDefault(false); // Enter means the rule
    m_add->setAutoDefault(false);
    m_choose->setObjectName(u"chooseRuleFolder"_s);
    m_add->setObjectName(u"addCondition"_s);
    m_problem->setObjectName(u"ruleProblem"_s);
    m_conditions->setSpacing(8);
    auto *add = new QHBoxLayout;
    add->addWidget(m_add);
    add->addStretch(1);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(8);
    lines->addLayout(m_conditions);
    lines->addLayout(add);
    auto *place = new QHBoxLayout;
    place->addWidget(m_place, 1);
    place->addWidget(m_choose);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(12);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Server:"), m_servers);
    form->addRow(tr("All of these hold:"), lines);
    form->addRow(tr("Goes into:"), place);
    m_servers->setAccessibleName(tr("Server"));
    m_accept = m_buttons->addButton(m_isNew ? tr("Add &rule") : tr("Change &rule"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"acceptRule"_s);
    m_accept->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addStretch(1);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &FilingRuleDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT confirmed(rule());
        accept();
    });
}

// One that the list does not know, or not yet, stays the rule's all the same: without it the rule would be for every server.
void FilingRuleDialog::chooseServer(ServerId server)
{
    if (m_servers->findData(server.value) < 0)
        m_servers->addItem(tr("Server number %1").arg(server.value), server.value);
    m_servers->setCurrentIndex(m_servers->findData(server.value));
}

void FilingRuleDialog::addLine(const FilingRule::Condition &condition)
{
    Line line{new QWidget, new QComboBox, new QLineEdit, new QComboBox, new QLineEdit, new QToolButton};
    using Field = FilingRule::Field;
    for (const Field field : {Field::Meeting, Field::MeetingId, Field::MetadataKey, Field::Owner})
        line.field->addItem(filingFieldText(field), int(field));
    using Match = FilingRule::Match;
    for (const Match match : {Match::Is, Match::Contains, Match::BeginsWith})
        line.match->addItem(filingMatchText(match), int(match));
    line.field->setCurrentIndex(line.field->findData(int(condition.field)));
    line.match->setCurrentIndex(line.match->findData(int(condition.match)));
    line.key->setText(condition.key);
    line.key->setMaxLength(int(FilingRule::maxKey));
    line.key->setPlaceholderText(tr("Key"));
    line.text->setText(condition.text);
    line.text->setMaxLength(int(FilingRule::maxText));
    line.remove->setIcon(themedIcon(u"remove"));
    line.remove->setAutoRaise(true);
    line.remove->setFocusPolicy(Qt::TabFocus);
    line.remove->setToolTip(tr("Remove this condition"));
    auto *row = new QHBoxLayout(line.row);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(line.field);
    row->addWidget(line.key, 1);
    row->addWidget(line.match);
    row->addWidget(line.text, 2);
    row->addWidget(line.remove);
    m_conditions->addWidget(line.row);
    m_lines += line;
    // Tab comes to a new line behind the one above it.
    QWidget *before = m_lines.size() > 1 ? static_cast<QWidget *>(m_lines.at(m_lines.size() - 2).remove) : m_servers;
    for (QWidget *widget : {static_cast<QWidget *>(line.field), static_cast<QWidget *>(line.key), static_cast<QWidget *>(line.match),
                            static_cast<QWidget *>(line.text), static_cast<QWidget *>(line.remove)}) {
        setTabOrder(before, widget);
        before = widget;
    }
    setTabOrder(before, m_add);
    setTabOrder(m_add, m_choose);
    orderTabs(*m_buttons);
    connect(line.field, &QComboBox::currentIndexChanged, this, &FilingRuleDialog::update);
    connect(line.match, &QComboBox::currentIndexChanged, this, &FilingRuleDialog::update);
    connect(line.key, &QLineEdit::textChanged, this, &FilingRuleDialog::update);
    connect(line.text, &QLineEdit::textChanged, this, &FilingRuleDialog::update);
    connect(line.remove, &QToolButton::clicked, this, [this, row = line.row] { removeLine(row); });
    nameLines();
    update();
}

void FilingRuleDialog::removeLine(QWidget *row)
{
    m_lines.removeIf([row](const Line &line) { return line.row == row; });
    row->hide();
    row->deleteLater();
    nameLines();
    update();
    m_add->setFocus();
}

void FilingRuleDialog::nameLines()
{
    for (qsizetype at = 0; at < m_lines.size(); ++at) {
        const Line &line = m_lines.at(at);
        const QString number = QString::number(at + 1);
        line.field->setObjectName(u"field"_s + number);
        line.key->setObjectName(u"key"_s + number);
        line.match->setObjectName(u"match"_s + number);
        line.text->setObjectName(u"text"_s + number);
        line.remove->setObjectName(u"removeCondition"_s + number);
        line.field->setAccessibleName(tr("Condition %1: field").arg(number));
        line.key->setAccessibleName(tr("Condition %1: metadata key").arg(number));
        line.match->setAccessibleName(tr("Condition %1: how").arg(number));
        line.text->setAccessibleName(tr("Condition %1: text").arg(number));
        line.remove->setAccessibleName(tr("Remove condition %1").arg(number));
    }
}

FilingRule FilingRuleDialog::rule() const
{
    FilingRule rule;
    rule.folder = m_folder;
    if (const qint64 server = m_servers->currentData().toLongLong(); server > 0)
        rule.server = ServerId{server};
    for (const Line &line : m_lines) {
        FilingRule::Condition condition;
        condition.field = static_cast<FilingRule::Field>(line.field->currentData().toInt());
        condition.match = static_cast<FilingRule::Match>(line.match->currentData().toInt());
        condition.text = line.text->text().trimmed();
        if (condition.field == FilingRule::Field::MetadataKey)
            condition.key = line.key->text().trimmed();
        rule.conditions += condition;
    }
    return rule;
}

void FilingRuleDialog::chooseFolder()
{
    auto *dialog = new FolderDialog(m_library, m_actor, {tr("Goes into"), {}, tr("C&hoose")}, {}, m_folder.isValid() ? m_folder : sharedFolder, this);
    connect(dialog, &FolderDialog::chosen, this, [this](FolderId folder) {
        m_folder = folder;
        update();
    });
    dialog->open();
}

void FilingRuleDialog::update()
{
    for (const Line &line : std::as_const(m_lines))
        line.key->setVisible(line.field->currentData().toInt() == int(FilingRule::Field::MetadataKey));
    m_add->setEnabled(m_lines.size() < FilingRule::maxConditions);
    const QString path = m_folders->path(m_folder);
    m_place->setText(!m_folder.isValid() ? tr("No folder chosen yet") : breakable(path));
    const FilingRule now = rule();
    const bool isWhole = isWellFormed(now);
    if (now.conditions.isEmpty() && !now.server)
        m_problem->setWarning(tr("Without a condition the rule takes every recording."));
    else
        m_problem->setWarning({});
    m_accept->setEnabled(m_folder.isValid() && isWhole);
}

} // namespace letopis
