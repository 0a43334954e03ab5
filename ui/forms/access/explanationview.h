#pragma once

#include "ui/forms/access/accessparts.h"
#include "core/access/group.h"

#include <QFrame>

class QLabel;

namespace letopis {

// Why one person can or cannot see one item, sentence by sentence, as things are stored now.
class ExplanationView final : public QFrame
{
    Q_OBJECT

public:
    ExplanationView(Workspace &workspace, Actor actor, QWidget *parent = nullptr);

    // Nobody: `hint` is shown instead.
    void explain(const std::optional<NamedPrincipal> &person, const LibraryItem &item);
    void setHint(const QString &hint);
    QString text() const;

private:
    void ask();
    void showText(const QString &heading, const QStringList &sentences);

    Workspace &m_workspace;
    const Actor m_actor;
    std::optional<NamedPrincipal> m_person;
    LibraryItem m_item;
    QString m_hint;
    QLabel *m_heading;
    QLabel *m_sentences;
    quint64 m_generation = 0;
};

} // namespace letopis
