#pragma once

#include "core/access/group.h"
#include "ui/forms/access/accessparts.h"

#include <QDialog>

class QPushButton;

namespace letopis {

class ExplanationView;
class PrincipalPicker;

// Why somebody can or cannot see this: whoever is chosen among the people, or only oneself where others are not one's business.
class ExplanationDialog final : public QDialog
{
    Q_OBJECT

public:
    ExplanationDialog(const AccessParts &parts, const AccessSubject &subject, bool onlyOneself, QWidget *parent = nullptr);

    ExplanationView &explanation() const { return *m_why; }
    PrincipalPicker *picker() const { return m_picker; } // none where only oneself

Q_SIGNALS:
    void recordingsOfRequested(const letopis::NamedPrincipal &person);

private:
    void layOut();
    void showPerson();

    const AccessParts m_parts;
    const AccessSubject m_subject;
    PrincipalPicker *m_picker = nullptr;
    ExplanationView *m_why;
    QPushButton *m_sees = nullptr;
    std::optional<NamedPrincipal> m_person;
};

} // namespace letopis
