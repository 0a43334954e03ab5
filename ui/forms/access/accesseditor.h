#pragma once

#include "core/access/accessanswers.h"
#include "ui/forms/access/accessparts.h"
#include "ui/forms/access/accesspreviewdialog.h"
#include "ui/widgets/closingquestion.h"

#include <QDialog>
#include <QJsonArray>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QPushButton;
class QSplitter;

namespace letopis {

class AccessListModel;
class ElidedLabel;
class ExplanationView;
class GrantAuthority;
class MessageBar;
class OwnDraft;
class PlainTable;
class PrincipalPicker;

// Who may do what with one recording or folder, or with several recordings at once: the people and groups there are on the left,
// the permissions on the right. Nothing is changed before the preview was looked at.
class AccessEditor final : public QDialog
{
    Q_OBJECT

public:
    static constexpr qsizetype mostItems = 200;

    AccessEditor(const AccessParts &parts, const QList<AccessSubject> &subjects, QWidget *parent = nullptr);

    AccessListModel &model() const { return *m_model; }
    PrincipalPicker &picker() const { return *m_picker; }
    PlainTable &table() const { return *m_table; }
    MessageBar &messages() const { return *m_messages; }
    bool isRead() const { return m_isRead; }
    void reject() override;
    void closeThen(std::function<void()> then); // once what is not applied may go

Q_SIGNALS:
    void holdersRequested(const letopis::AccessSubject &subject);
    void linksRequested(const letopis::AccessSubject &recording);
    void recordingsOfRequested(const letopis::NamedPrincipal &person); // what they can see; the editor has closed

private:
    struct Item
    {
        AccessSubject subject;
        std::optional<AccessList> list; // nothing: it could not be read
        QString problem;                // why it may not be changed
    };

    void layOut();
    QWidget *buildAvailable();
    QWidget *buildCurrent();
    QWidget *buildStrip();
    QWidget *buildWhy();
    void connectParts();
    void showMenu(const QPoint &at);
    void orderFocus();

    void read();
    void readNext(qsizetype item, QList<Item> items, quint64 generation);
    void onRead(const QList<Item> &items);
    void showItems();
    void select(const QList<Principal> &selected, const std::optional<Principal> &current);
    void showProblems();
    void updateReasons();
    void updateButtons();
    void updateStrip();
    QString reasonToAdd();
    QString reasonToReset() const;
    void showPerson(const QList<NamedPrincipal> &principals);

    void add();
    void setPermission();
    void setUntil();
    void removeOrPutBack();
    void apply();
    void reset();
    void setPublic(bool isPublic);
    void openPreview(const AccessPreviewDialog::Wording &wording, const QList<AccessPreviewDialog::Step> &steps);
    void onApplied(const QList<Result<>> &results);
    QString sourceText() const;

    void keepDraft();
    QJsonArray storedFor(const Principal &principal) const; // on each of the lists
    QJsonObject draft() const;
    QStringList restore(const QJsonObject &draft);

    QList<int> selectedRows() const;
    bool mayEdit() const;
    bool isRecording() const;
    Refusal refusalOn(Capability capability) const; // the first of the shown items that refuses

    const AccessParts m_parts;
    ClosingQuestion m_closing;
    QList<Item> m_items;
    qsizetype m_selectedCount = 0;
    QList<qsizetype> m_shown; // of m_items, in the order of the model's lists
    std::optional<Standing> m_standing;
    AccessListModel *m_model;
    GrantAuthority *m_authority;
    PrincipalPicker *m_picker;
    PlainTable *m_table;
    ExplanationView *m_why;
    MessageBar *m_messages;
    OwnDraft *m_draft = nullptr;
    ElidedLabel *m_name;
    QLabel *m_source;
    QLabel *m_addProblem;
    QComboBox *m_addAs;
    QPushButton *m_add;
    QComboBox *m_permission;
    QCheckBox *m_hasEnd;
    QDateEdit *m_end;
    QPushButton *m_remove;
    QCheckBox *m_public;
    QPushButton *m_reset;
    QPushButton *m_holders;
    QPushButton *m_links;
    QPushButton *m_sees;
    QPushButton *m_apply = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_close = nullptr;
    std::optional<NamedPrincipal> m_person; // whom the explanation is about
    quint64 m_generation = 0;
    bool m_isRead = false;
    bool m_isShowing = false;
    bool m_isOwnChange = false;   // what is read next was changed here
    bool m_showsProblem = false;  // the message is about items that may not be changed
};

} // namespace letopis
