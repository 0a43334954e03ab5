#pragma once

#include "core/base/error.h"
#include "core/domain/participant.h"
#include "core/domain/recording.h"
#include "core/domain/timeline.h"

#include <QWidget>

#include <functional>

class QLabel;
class QStackedWidget;
class QTabWidget;

namespace letopis {

class EmptyState;
class FittingTabs;
class FormatsTab;
class InformationForm;
class MaterialsTab;
class MessageBar;
class MetadataTab;
class OverviewTab;
class ParticipantsTab;
class ProblemLabel;
class RetentionForm;
class SelectionSummary;
class TimelineTab;

// What is known about one recording. Shows what it is given; DetailsPresenter asks for it.
class DetailsPane final : public QWidget
{
    Q_OBJECT

public:
    // `canPlay`: whether this program plays a format.
    explicit DetailsPane(std::function<bool(const QString &format)> canPlay, QWidget *parent = nullptr);

    void showNothing();
    void showError(const Error &error);
    void showDetails(const RecordingDetails &details);
    void showFolder(const QString &path); // of what showDetails() showed; empty: not told
    void showTimeline(const QList<TimelineEntry> &entries);
    void showListError(const Error &error); // participants or timeline could not be read; the rest stays

    const std::optional<RecordingDetails> &details() const { return m_details; }
    QTabWidget *tabs() const;
    MaterialsTab &materials() const { return *m_materials; }
    ParticipantsTab &participants() const { return *m_people; } // AttendancePresenter fills it
    InformationForm &information() const { return *m_information; }
    RetentionForm &retention() const { return *m_retention; } // RetentionPresenter fills it
    void showRetentionBadge(const QString &text); // beside the title; empty: nothing is near
    void showInformation(); // its tab
    void addTab(QWidget *tab, QStringView icon, const QString &name); // behind the others; somebody else fills it
    // Several recordings are selected; `found` of them all fit the query where more than these are there, else -1. One or
    // none: back to the details.
    void showSelection(int count, qint64 found);

Q_SIGNALS:
    void playRequested(const QString &format);
    void downloadRequested(const QString &format);
    void recordingRequested(letopis::RecordingId recording); // a breakout room, or its parent
    void retryRequested();
    void detailsShown();
    void left(); // by Escape, where nothing in the pane has a use for it
    void editSelectedRequested();
    void editFoundRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildTabs();
    QWidget *buildPage();

    std::optional<RecordingDetails> m_details;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    MessageBar *m_messages = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_summary = nullptr;
    ProblemLabel *m_badge = nullptr;
    FittingTabs *m_tabs = nullptr;
    OverviewTab *m_overview = nullptr;
    InformationForm *m_information = nullptr;
    ParticipantsTab *m_people = nullptr;
    MaterialsTab *m_materials = nullptr;
    RetentionForm *m_retention = nullptr;
    FormatsTab *m_formats = nullptr;
    MetadataTab *m_metadata = nullptr;
    TimelineTab *m_timeline = nullptr;
    SelectionSummary *m_selection = nullptr;
    bool m_showsSelection = false;
};

} // namespace letopis
