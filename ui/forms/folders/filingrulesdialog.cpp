#include "ui/forms/folders/filingrulesdialog.h"

#include "core/base/whendone.h"
#include "core/workspace/folderlibrary.h"
#include "core/workspace/workspace.h"
#include "ui/forms/folders/filingruledialog.h"
#include "ui/forms/owndraft.h"
#include "ui/models/foldertreemodel.h"
#include "ui/text/foldertext.h"
#include "ui/text/quantities.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonObject>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
enum Column { When, Where, Takes, ColumnCount };

QJsonArray jsonOf(const QList<FilingRule> &rules)
{
    QJsonArray json;
    for (const FilingRule &rule : rules)
        json += QJsonObject{{u"folder"_s, rule.folder.value}, {u"rule"_s, QString::fromUtf8(toJson(rule))}};
    return json;
}

QList<FilingRule> rulesOf(const QJsonArray &json)
{
    QList<FilingRule> rules;
    for (const QJsonValue &one : json) {
        const auto rule = filingRuleFromJson(one[u"rule"_s].toString().toUtf8(), FolderId{one[u"folder"_s].toInteger()});
        if (rule && rules.size() < FilingRule::maxRules)
            rules += *rule;
    }
    return rules;
}
} // namespace

FilingRulesDialog::FilingRulesDialog(const AccessParts &parts, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_closing(*this, parts.questions)
    , m_folders(new FolderTreeModel(parts.workspace.folders(), parts.actor, this))
    , m_messages(new MessageBar)
    , m_draft(new OwnDraft(parts.workspace.drafts(), parts.actor, u"filing"_s,
                           {.content = [this] { return draft(); },
                            .restore = [this](const QJsonObject &kept) { return restore(kept); },
                            .putBack = [this] { setRules(m_stored, current()); }},
                           *m_messages, *this))
    , m_table(new PlainTable)
    , m_model(new QStandardItemModel(0, ColumnCount, this))
{
    setObjectName(u"filingRulesDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Filing rules"));
    resize(860, 480);
    layOut();
    m_delay.setSingleShot(true);
    m_delay.setInterval(150ms);
    connect(&m_delay, &QTimer::timeout, this, &FilingRulesDialog::count);
    connect(m_folders, &FolderTreeModel::read, this, [this] { setRules(m_rules, current()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FilingRulesDialog::update);
    connect(m_table, &PlainTable::opened, this, [this] { editRule(current()); });
    m_folders->reload();
    whenDone(parts.workspace.serversOfCatalog(parts.actor), this, [this](const Result<QList<ConferenceServer>> &servers) {
        m_servers = servers ? *servers : QList<ConferenceServer>();
        setRules(m_rules, current());
    });
    read();
    m_table->setFocus();
    update();
}

void FilingRulesDialog::layOut()
{
    auto *about = makeTextLabel(u"rulesAbout"_s);
    about->setText(tr("A new recording goes into the folder of the first rule that fits, or stays in Shared. Recordings that are here already move only "
                      "when the rules are applied to the Shared folder."));
    m_table->setObjectName(u"filingRules"_s);
    m_table->setAccessibleName(tr("Filing rules, the first that fits counts"));
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::StyledPanel);
    auto *side = new QVBoxLayout;
    side->setSpacing(8);
    const auto make = [&](Button button, const QString &name, const QString &text, auto run) {
        auto *made = new QPushButton(text);
        made->setObjectName(name);
        made->setAutoDefault(false); // Enter means what is chosen in the list, or Save
        connect(made, &QPushButton::clicked, this, run);
        m_buttons[button] = made;
        side->addWidget(made);
    };
    make(Add, u"addRule"_s, tr("&Add…"), [this] { editRule(-1); });
    make(Edit, u"editRule"_s, tr("&Edit…"), [this] { editRule(current()); });
    make(Remove, u"removeRule"_s, tr("&Remove"), [this] { removeRule(); });
    make(Up, u"ruleUp"_s, tr("Move &up"), [this] { shift(-1); });
    make(Down, u"ruleDown"_s, tr("Move &down"), [this] { shift(1); });
    side->addStretch(1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(m_table, 1);
    middle->addLayout(side);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_save = buttons->addButton(tr("&Save rules"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"saveRules"_s);
    m_save->setDefault(true);
    m_apply = buttons->addButton(tr("A&pply to Shared now…"), QDialogButtonBox::ActionRole);
    m_apply->setObjectName(u"applyRules"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(about);
    layout->addWidget(m_messages);
    layout->addLayout(middle, 1);
    layout->addWidget(buttons);
    orderTabs(*buttons);
    m_model->setHorizontalHeaderLabels({tr("When"), tr("Goes into"), tr("Takes now")});
    m_model->horizontalHeaderItem(Takes)->setToolTip(tr("Recordings of the Shared folder that the rule would take now"));
    m_model->horizontalHeaderItem(Takes)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(When, QHeaderView::Stretch);
    m_table->setColumnWidth(Where, 230);
    m_table->setColumnWidth(Takes, 110);
    connect(buttons, &QDialogButtonBox::rejected, this, &FilingRulesDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] {
        save([this] {
            m_mayLose = true;
            accept();
        });
    });
    connect(m_apply, &QPushButton::clicked, this, &FilingRulesDialog::askToApply);
}

void FilingRulesDialog::read()
{
    whenDone(m_parts.workspace.folders().rules(m_parts.actor), this, [this](const Result<QList<FilingRule>> &rules) {
        m_isBusy = false;
        if (!rules) {
            showError(rules.error());
            return update();
        }
        m_messages->clear();
        m_isRead = true;
        m_stored = *rules;
        setRules(*rules, 0);
        m_draft->begin();
    });
}

int FilingRulesDialog::current() const
{
    return m_table->currentIndex().row();
}

QJsonObject FilingRulesDialog::draft() const
{
    if (!m_isRead || !isChanged())
        return {};
    return {{u"typed"_s, jsonOf(m_rules)}, {u"base"_s, jsonOf(m_stored)}, {u"name"_s, windowTitle()}};
}

QStringList FilingRulesDialog::restore(const QJsonObject &draft)
{
    const bool isOvertaken = rulesOf(draft[u"base"_s].toArray()) != m_stored;
    setRules(rulesOf(draft[u"typed"_s].toArray()), 0);
    return isOvertaken && isChanged() ? QStringList{windowTitle()} : QStringList();
}

QString FilingRulesDialog::serverName(const FilingRule &rule) const
{
    for (const ConferenceServer &server : m_servers) {
        if (server.id == rule.server)
            return server.name;
    }
    return {};
}

void FilingRulesDialog::show(int row)
{
    const FilingRule &rule = m_rules.at(row);
    const QString when = filingRuleText(rule, serverName(rule));
    const QString where = m_folders->path(rule.folder);
    const QString takes = row < m_counts.size() ? numberText(m_counts.at(row)) : u"…"_s;
    const std::array texts{when, where, takes};
    for (int column = 0; column < ColumnCount; ++column) {
        QStandardItem *item = m_model->item(row, column);
        if (!item) {
            item = new QStandardItem;
            item->setEditable(false);
            if (column == Takes)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_model->setItem(row, column, item);
        }
        item->setText(texts[static_cast<size_t>(column)]);
        item->setToolTip(plainToolTip(texts[static_cast<size_t>(column)]));
    }
}

void FilingRulesDialog::setRules(const QList<FilingRule> &rules, int current)
{
    const bool isOther = rules != m_rules || m_counts.isEmpty();
    m_rules = rules;
    if (isOther)
        m_counts.clear();
    m_model->setRowCount(static_cast<int>(rules.size()));
    for (int row = 0; row < m_model->rowCount(); ++row)
        show(row);
    const int chosen = qBound(0, current, m_model->rowCount() - 1);
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(chosen, 0));
    if (isOther)
        m_delay.start();
    if (m_isRead)
        m_draft->typed();
    update();
}

void FilingRulesDialog::count()
{
    const quint64 generation = ++m_generation;
    if (!m_isRead || m_rules.isEmpty())
        return;
    whenDone(m_parts.workspace.folders().countByRules(m_parts.actor, m_rules), this, [this, generation](const Result<QList<qint64>> &counts) {
        if (generation != m_generation || !counts || counts->size() != m_rules.size())
            return;
        m_counts = *counts;
        for (int row = 0; row < m_model->rowCount(); ++row)
            show(row);
        update();
    });
}

void FilingRulesDialog::editRule(int row)
{
    const bool isNew = row < 0;
    if (m_isBusy || (!isNew && row >= m_rules.size()))
        return;
    auto *dialog = new FilingRuleDialog(m_parts, m_servers,
                                        isNew ? std::nullopt : std::optional(m_rules.at(row)), this);
    connect(dialog, &FilingRuleDialog::confirmed, this, [this, isNew, row](const FilingRule &rule) {
        QList<FilingRule> rules = m_rules;
        const int at = isNew ? static_cast<int>(rules.size()) : row;
        if (isNew)
            rules += rule;
        else
            rules[row] = rule;
        setRules(rules, at);
    });
    dialog->open();
}

void FilingRulesDialog::removeRule()
{
    QList<FilingRule> rules = m_rules;
    const int row = current();
    if (row < 0)
        return;
    rules.removeAt(row);
    setRules(rules, row);
    if (rules.isEmpty())
        m_buttons[Add]->setFocus();
}

void FilingRulesDialog::shift(int by)
{
    QList<FilingRule> rules = m_rules;
    const int row = current();
    if (row < 0 || row + by < 0 || row + by >= rules.size())
        return;
    rules.move(row, row + by);
    setRules(rules, row + by);
    if (!m_buttons[by < 0 ? Up : Down]->isEnabled())
        m_table->setFocus();
}

void FilingRulesDialog::save(std::function<void()> saved)
{
    m_isBusy = true;
    update();
    const QList<FilingRule> sent = m_rules;
    whenDone(m_parts.workspace.folders().setRules(m_parts.actor, m_stored, sent), this, [this, saved, sent](const Result<> &stored) {
        m_isBusy = false;
        if (stored) {
            m_stored = sent;
            m_draft->remove();
            update();
            return saved();
        }
        update();
        showError(stored.error());
        if (stored.error().kind == ErrorKind::ContentMismatch)
            m_messages->addAction(tr("Read them a&gain"), [this] { read(); });
    });
}

void FilingRulesDialog::update()
{
    const int row = current();
    const bool isFree = m_isRead && !m_isBusy;
    m_buttons[Add]->setEnabled(isFree && m_rules.size() < FilingRule::maxRules);
    m_buttons[Edit]->setEnabled(isFree && row >= 0);
    m_buttons[Remove]->setEnabled(isFree && row >= 0);
    m_buttons[Up]->setEnabled(isFree && row > 0);
    m_buttons[Down]->setEnabled(isFree && row >= 0 && row + 1 < m_rules.size());
    m_save->setEnabled(isFree && isChanged());
    const qint64 all = taken();
    m_apply->setEnabled(isFree && all > 0);
    m_apply->setToolTip(all > 0 || m_counts.isEmpty() ? QString() : tr("No recording of the Shared folder fits a rule."));
}

void FilingRulesDialog::reject()
{
    if (m_mayLose || !isChanged())
        return QDialog::reject();
    Question question;
    question.text = tr("The rules are changed and not saved.");
    question.answers = {tr("&Save"), tr("&Discard")};
    question.defaultAnswer = 0;
    m_closing.ask(question, [this](int answer) {
        if (answer == 1) {
            m_mayLose = true;
            QDialog::reject();
        } else if (answer == 0) {
            save([this] {
                m_mayLose = true;
                accept();
            });
        }
    });
}

} // namespace letopis
