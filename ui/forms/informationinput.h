#pragma once

#include "core/domain/recordingfield.h"

#include <QWidget>

namespace letopis {

// What one field is typed into, by its type. Texts are as typed or canonical (core/domain/recordingfield.h). Undo and redo
// keys go to whoever keeps the steps: an input has no history of its own.
class FieldInput : public QWidget
{
    Q_OBJECT

public:
    static FieldInput *make(const FieldDefinition &definition);

    virtual QString text() const = 0;
    virtual void setText(const QString &text) = 0; // emits nothing
    virtual void setPlaceholder(const QString &text) = 0; // shown while nothing is chosen: "Different values"
    // What has the focus and the accessible name. No focus proxy: from a proxied child Shift+Tab leads back to itself.
    QWidget *target() const { return m_target; }
    QWidget *lastTarget() const { return m_second ? m_second : m_target; } // where Tab leaves it
    void setNames(const QString &name, const QString &description);

Q_SIGNALS:
    void edited(const QString &text);
    void left(); // the focus went elsewhere
    void undoRequested();
    void redoRequested();

protected:
    explicit FieldInput(QWidget *target);
    void addSecond(QWidget *second); // beside the target, with the same name
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_target;
    QWidget *m_second = nullptr;
};

} // namespace letopis
