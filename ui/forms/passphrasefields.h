#pragma once

#include "core/base/secrettext.h"

#include <QWidget>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace letopis {

class ProblemLabel;

// A new passphrase, typed twice, with a hint how hard it is to guess and what losing it means.
class PassphraseFields final : public QWidget
{
    Q_OBJECT

public:
    explicit PassphraseFields(QWidget *parent = nullptr);

    // What is wrong with it; empty: it can be used. Not shown before something was typed into both.
    QString problem() const;
    void showProblem(); // also an empty one
    SecretText passphrase() const;
    bool isEmpty() const;
    void clear();

Q_SIGNALS:
    void edited();

private:
    void onEdited();

    QLineEdit *m_first;
    QLineEdit *m_second;
    QCheckBox *m_isShown;
    QLabel *m_strength;
    ProblemLabel *m_problem;
};

// Hides what is typed.
QLineEdit *makePassphraseEdit(const QString &objectName);

} // namespace letopis
