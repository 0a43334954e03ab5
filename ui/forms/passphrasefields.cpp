#include "ui/forms/passphrasefields.h"

#include "ui/text/backuptext.h"
#include "ui/widgets/problemlabel.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

QLineEdit *makePassphraseEdit(const QString &objectName)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(objectName);
    edit->setEchoMode(QLineEdit::Password);
    edit->setMaxLength(1000);
    return edit;
}

PassphraseFields::PassphraseFields(QWidget *parent)
    : QWidget(parent)
    , m_first(makePassphraseEdit(u"passphrase"_s))
    , m_second(makePassphraseEdit(u"passphraseAgain"_s))
    , m_isShown(new QCheckBox(tr("Show what I t&ype")))
    , m_strength(new QLabel)
    , m_problem(new ProblemLabel)
{
    m_isShown->setObjectName(u"showPassphrase"_s);
    m_strength->setObjectName(u"passphraseStrength"_s);
    m_problem->setObjectName(u"passphraseProblem"_s);
    auto *warning = new QLabel(tr("Nobody can open the backups without the passphrase, not even the makers of Letopis. Keep it in a place "
                                  "that survives this computer."));
    warning->setObjectName(u"passphraseWarning"_s);
    for (QLabel *label : {m_strength, warning}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    }
    auto *form = new QFormLayout(this);
    form->setContentsMargins({});
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Passphrase:"), m_first);
    form->addRow(tr("Aga&in:"), m_second);
    form->addRow(QString(), m_isShown);
    form->addRow(QString(), m_strength);
    form->addRow(QString(), m_problem);
    form->addRow(QString(), warning);
    m_strength->hide();
    connect(m_first, &QLineEdit::textChanged, this, &PassphraseFields::onEdited);
    connect(m_second, &QLineEdit::textChanged, this, &PassphraseFields::onEdited);
    connect(m_isShown, &QCheckBox::toggled, this, [this](bool isShown) {
        for (QLineEdit *edit : {m_first, m_second})
            edit->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
    });
    setFocusProxy(m_first);
}

QString PassphraseFields::problem() const
{
    if (m_first->text().isEmpty())
        return tr("Type a passphrase.");
    return m_first->text() == m_second->text() ? QString() : tr("The two differ. Type the same twice.");
}

void PassphraseFields::showProblem()
{
    m_problem->setProblem(problem());
}

SecretText PassphraseFields::passphrase() const
{
    return SecretText(m_first->text().toUtf8());
}

bool PassphraseFields::isEmpty() const
{
    return m_first->text().isEmpty() && m_second->text().isEmpty();
}

void PassphraseFields::clear()
{
    m_first->clear();
    m_second->clear();
    m_problem->setProblem({});
}

void PassphraseFields::onEdited()
{
    const QString strength = passphraseStrengthText(passphraseStrength(m_first->text()));
    m_strength->setText(strength);
    m_strength->setVisible(!strength.isEmpty());
    m_first->setAccessibleDescription(strength);
    // While the second is still being typed it differs, of course.
    const bool isTyping = m_second->text().isEmpty() || m_first->text().startsWith(m_second->text());
    m_problem->setProblem(isTyping ? QString() : problem());
    Q_EMIT edited();
}

} // namespace letopis
