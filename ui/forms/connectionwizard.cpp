#include "ui/forms/connectionwizard.h"

#include "ui/forms/connectionsteps.h"
#include "ui/widgets/messagebar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

class ConnectionWizard::Private
{
public:
    explicit Private(ConnectionWizard *wizard)
        : q(wizard)
    {
    }

    void addStep(ConnectionStep *step);
    void layOut();
    void go(int index);
    void updateButtons();
    void onEvaluated(bool isGood);
    ConnectionStep *current() const { return steps[at]; }

    ConnectionWizard *q;
    NewServer server;
    QList<ConnectionStep *> steps;
    int at = 0;
    QLabel *place = nullptr;
    QLabel *title = nullptr;
    MessageBar *messages = nullptr;
    QStackedWidget *stack = nullptr;
    QPushButton *back = nullptr;
    QPushButton *next = nullptr;
    QPushButton *cancel = nullptr;
};

void ConnectionWizard::Private::addStep(ConnectionStep *step)
{
    steps.append(step);
    // A small screen scrolls; the buttons stay.
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(step);
    scroll->setFocusPolicy(Qt::NoFocus);
    stack->addWidget(scroll);
    QObject::connect(step, &ConnectionStep::evaluated, q, [this](bool isGood) { onEvaluated(isGood); });
    QObject::connect(step, &ConnectionStep::changed, q, [this] { updateButtons(); });
    QObject::connect(step, &ConnectionStep::failed, q, [this](const Error &error) { messages->showError(error); });
}

void ConnectionWizard::Private::layOut()
{
    place = new QLabel;
    place->setForegroundRole(QPalette::PlaceholderText);
    title = new QLabel;
    title->setObjectName(u"stepTitle"_s);
    QFont font = title->font();
    font.setPointSizeF(font.pointSizeF() * 1.4);
    font.setBold(true);
    title->setFont(font);
    messages = new MessageBar;
    stack = new QStackedWidget;
    back = new QPushButton(ConnectionWizard::tr("&Back"));
    back->setObjectName(u"back"_s);
    back->setAutoDefault(false);
    next = new QPushButton;
    next->setObjectName(u"next"_s);
    next->setDefault(true);
    cancel = new QPushButton(ConnectionWizard::tr("Cancel"));
    cancel->setObjectName(u"cancel"_s);
    cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(cancel);
    buttons->addStretch();
    buttons->addWidget(back);
    buttons->addWidget(next);
    auto *layout = new QVBoxLayout(q);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(8);
    layout->addWidget(place);
    layout->addWidget(title);
    layout->addSpacing(8);
    layout->addWidget(messages);
    layout->addWidget(stack, 1);
    layout->addSpacing(8);
    layout->addLayout(buttons);
}

void ConnectionWizard::Private::go(int index)
{
    at = index;
    messages->clear();
    stack->setCurrentIndex(at);
    //: Place in the wizard: "Step 2 of 4"
    place->setText(ConnectionWizard::tr("Step %1 of %2").arg(at + 1).arg(steps.size()));
    title->setText(current()->title());
    q->setAccessibleDescription(place->text() + u", "_s + title->text());
    current()->enter();
    if (current()->focusProxy())
        current()->setFocus();
    else
        next->setFocus();
    updateButtons();
}

void ConnectionWizard::Private::updateButtons()
{
    back->setEnabled(at > 0 && current()->canGoBack());
    next->setText(current()->nextText());
    next->setEnabled(current()->canGoOn());
}

void ConnectionWizard::Private::onEvaluated(bool isGood)
{
    if (!isGood)
        return;
    if (at + 1 < steps.size())
        return go(at + 1);
    Q_EMIT q->serverAdded(server.saved, server.syncNow);
    q->accept();
}

ConnectionWizard::ConnectionWizard(Workspace &workspace, Actor actor, Questions &questions, QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>(this))
{
    setObjectName(u"connectionWizard"_s);
    setWindowTitle(tr("Connect a server"));
    d->layOut();
    d->addStep(new AddressStep(d->server, questions));
    d->addStep(new SshStep(d->server, questions));
    d->addStep(new TestStep(d->server, workspace, actor, questions));
    d->addStep(new SaveStep(d->server, workspace, actor));
    QWidget *last = previousInFocusChain(); // Tab comes to the buttons after the steps above them
    for (QPushButton *button : {d->cancel, d->back, d->next}) {
        setTabOrder(last, button);
        last = button;
    }
    connect(d->next, &QPushButton::clicked, this, [this] {
        d->messages->clear();
        d->current()->evaluate();
    });
    connect(d->back, &QPushButton::clicked, this, [this] {
        d->current()->abandon();
        d->go(d->at - 1);
    });
    connect(d->cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(this, &QDialog::finished, this, [this] { d->current()->abandon(); });
    resize(640, 520);
    d->go(0);
}

ConnectionWizard::~ConnectionWizard() = default;

ConnectionWizard *ConnectionWizard::openOn(QWidget *parent, Workspace &workspace, const Actor &actor, Questions &questions)
{
    for (auto *open : parent->findChildren<ConnectionWizard *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (!open->isVisible())
            continue;
        open->raise();
        open->activateWindow();
        return nullptr;
    }
    auto *wizard = new ConnectionWizard(workspace, actor, questions, parent);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    wizard->show();
    return wizard;
}

} // namespace letopis
