#include "ui/forms/servicerightsdialog.h"

#include "ui/forms/servicerightsmodel.h"
#include "ui/forms/servicerightstable.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

ServiceRightsDialog::ServiceRightsDialog(QWidget *parent)
    : QDialog(parent)
    , m_service(new QComboBox)
    , m_table(new QComboBox)
    , m_tableLabel(new QLabel(tr("&Table:")))
    , m_search(new QLineEdit)
    , m_about(makeTextLabel(u"about"_s))
    , m_explanation(makeTextLabel(u"explanation"_s))
    , m_source(makeTextLabel(u"source"_s))
    , m_count(new QLabel)
    , m_model(new ServiceRightsModel(this))
    , m_view(new ServiceRightsTable(*m_model))
    , m_empty(new EmptyState)
    , m_stack(new QStackedWidget)
{
    setObjectName(u"serviceRightsDialog"_s);
    for (const QString &id : servicesWithRights()) {
        const Result<ServiceRights> rights = serviceRights(id);
        if (!rights)
            continue; // a test reads every file
        m_services += *rights;
        m_service->addItem(rights->name.in(QLocale().name()), id);
    }
    layOut();
    connect(m_service, &QComboBox::currentIndexChanged, this, &ServiceRightsDialog::chooseService);
    connect(m_table, &QComboBox::currentIndexChanged, this, &ServiceRightsDialog::chooseTable);
    connect(m_search, &QLineEdit::textChanged, this, &ServiceRightsDialog::search);
    connect(m_empty, &EmptyState::actionRequested, m_search, &QLineEdit::clear);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ServiceRightsDialog::explainCurrent);
    auto *find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    chooseService();
}

void ServiceRightsDialog::layOut()
{
    m_service->setObjectName(u"service"_s);
    m_table->setObjectName(u"table"_s);
    m_table->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_search->setObjectName(u"search"_s);
    m_search->setPlaceholderText(tr("Search rights"));
    m_search->setAccessibleName(tr("Search rights"));
    m_search->setClearButtonEnabled(true);
    m_view->setObjectName(u"rights"_s);
    m_count->setObjectName(u"count"_s);
    m_tableLabel->setBuddy(m_table);
    auto *serviceLabel = new QLabel(tr("&Service:"));
    serviceLabel->setBuddy(m_service);

    auto *choices = new QHBoxLayout;
    choices->addWidget(serviceLabel);
    choices->addWidget(m_service);
    choices->addSpacing(8);
    choices->addWidget(m_tableLabel);
    choices->addWidget(m_table);
    choices->addStretch(1);
    choices->addWidget(m_count);
    choices->addWidget(m_search, 2);

    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    // Room for three lines, so that the table does not jump while one reads from cell to cell.
    m_explanation->setMinimumHeight(3 * fontMetrics().lineSpacing());
    m_explanation->setAlignment(Qt::AlignLeft | Qt::AlignTop);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *copy = buttons->addButton(tr("&Copy table"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"copy"_s);
    copy->setToolTip(plainToolTip(tr("Copies what is shown as tab-separated text, for spreadsheets")));
    // Enter in the search leads to what it found; it neither copies nor closes.
    copy->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(m_search, &QLineEdit::returnPressed, m_view, qOverload<>(&QWidget::setFocus));
    connect(copy, &QPushButton::clicked, m_view, &ServiceRightsTable::copyAll);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addLayout(choices);
    layout->addWidget(m_about);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_explanation);
    layout->addWidget(m_source);
    layout->addWidget(buttons);
    orderTabs(*buttons);
    resize(1000, 700);
}

void ServiceRightsDialog::showService(const QString &service, const QString &role)
{
    m_role = role;
    m_search->clear();
    const int index = m_service->findData(service);
    if (index >= 0 && index != m_service->currentIndex())
        m_service->setCurrentIndex(index); // chooses it
    else
        chooseService();
    m_view->setFocus();
}

QString ServiceRightsDialog::service() const
{
    return m_service->currentData().toString();
}

void ServiceRightsDialog::chooseService()
{
    const int index = m_service->currentIndex();
    if (index < 0)
        return;
    const ServiceRights &rights = m_services.at(index);
    const QString language = QLocale().name();
    //: %1 is a conference service: "Rights in BigBlueButton"
    setWindowTitle(tr("Rights in %1").arg(rights.name.in(language)));
    //: %1 is a document, %2 its address, %3 a date
    m_source->setText(
        tr("Source: %1, %2 (compared on %3)")
            .arg(rights.source.in(language), rights.sourceUrl, QLocale().toString(rights.checkedOn, u"d MMMM yyyy"_s)));
    {
        const QSignalBlocker blocker(m_table);
        m_table->clear();
        for (const RightsTable &table : rights.tables)
            m_table->addItem(table.title.in(language));
    }
    m_table->setVisible(rights.tables.size() > 1);
    m_tableLabel->setVisible(rights.tables.size() > 1);
    chooseTable();
}

void ServiceRightsDialog::chooseTable()
{
    const ServiceRights &rights = m_services.at(m_service->currentIndex());
    const int index = qMax(0, m_table->currentIndex());
    const RightsTable &table = rights.tables.at(index);
    const QString language = QLocale().name();
    m_about->setText(table.about.in(language));
    m_view->setAccessibleName(table.title.in(language));
    m_view->setAccessibleDescription(table.about.in(language));
    m_model->setTable(table, language, index == 0 ? m_role : QString());
    updateState();
}

void ServiceRightsDialog::search(const QString &text)
{
    m_model->setSearch(text);
    updateState();
}

void ServiceRightsDialog::updateState()
{
    const int count = m_model->rightsCount();
    m_count->setText(tr("%n row(s)", nullptr, count));
    if (count == 0) {
        m_empty->setState(u"search", tr("Nothing found"),
                          tr("No right of this table holds “%1”.").arg(m_search->text()), tr("Clear the search"));
    }
    m_stack->setCurrentIndex(count == 0 ? 1 : 0);
    m_view->selectFirst(m_model->columnOf(m_role));
    explainCurrent();
}

void ServiceRightsDialog::explainCurrent()
{
    m_explanation->setText(m_model->explanation(m_view->currentIndex()));
}

ServiceRightsDialog *openServiceRights(QWidget *parent, const QString &service, const QString &role)
{
    auto *dialog = new ServiceRightsDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->showService(service, role);
    dialog->show();
    return dialog;
}

} // namespace letopis
