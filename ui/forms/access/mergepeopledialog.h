#pragma once

#include "core/access/group.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QRadioButton;

namespace letopis {

// Two people who are one: which of them is kept, and what of the other goes over.
class MergePeopleDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Candidate
    {
        Person person;
        QList<Group> groups; // direct
    };

    // The one with a login is proposed to be kept.
    MergePeopleDialog(const Candidate &first, const Candidate &second, QWidget *parent = nullptr);

Q_SIGNALS:
    void confirmed(letopis::PersonId kept, letopis::PersonId other);

private:
    QRadioButton *makeChoice(const Candidate &candidate, const QString &name);
    const Candidate &kept() const;
    const Candidate &other() const;
    void update();
    QStringList moves() const;

    const Candidate m_first;
    const Candidate m_second;
    QRadioButton *m_keepFirst;
    QRadioButton *m_keepSecond;
    QLabel *m_moves;
};

} // namespace letopis
