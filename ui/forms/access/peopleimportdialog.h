#pragma once

#include "core/workspace/peopledirectory.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace letopis {

class EmptyState;
class MessageBar;
class PeopleImportModel;
class PlainTable;

// What a list of people would do, line by line, before anything happens; then all of it, or nothing.
class PeopleImportDialog final : public QDialog
{
    Q_OBJECT

public:
    // `source`: the file or the recording, in words.
    PeopleImportDialog(PeopleDirectory &directory, Actor actor, const QByteArray &csv, const QString &source, QWidget *parent = nullptr);

    void reject() override; // not while people are written: it goes on all the same

Q_SIGNALS:
    void applied(int added, int changed);

private:
    void layOut(const QString &source);
    void plan();
    void onPlanned(const Result<PeopleImportPlan> &plan);
    void apply();
    void update();

    PeopleDirectory &m_directory;
    const Actor m_actor;
    const QByteArray m_csv;
    PeopleImportModel *m_model;
    MessageBar *m_messages;
    QLabel *m_summary;
    QCheckBox *m_withUnchanged;
    PlainTable *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QPushButton *m_accept = nullptr;
    bool m_isPlanned = false;
    bool m_isApplying = false;
};

} // namespace letopis
