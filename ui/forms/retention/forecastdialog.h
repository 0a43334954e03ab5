#pragma once

#include "core/base/result.h"
#include "core/retention/retentionanswers.h"
#include "ui/forms/access/accessparts.h"

#include <QDialog>
#include <QFuture>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace letopis {

class ForecastListModel;
class MessageBar;
class PlainTable;
class ProblemLabel;

// A change that may take recordings away: what it is called, what would go, and how it is stored.
struct RetentionChange
{
    QString title;  // of the window
    QString text;   // what changes, in a sentence
    QString accept; // a verb for the button
    std::function<QFuture<Result<RetentionForecast>>()> preview; // empty: only the number is known, when storing asks for it
    std::function<QFuture<Result<>>(std::optional<qint64> typed)> store;
    bool isAlwaysShown = false; // else only where something would go
};

// Shows what would go, and stores the change once its number was typed. Stays open until it is stored.
class ForecastDialog final : public QDialog
{
    Q_OBJECT

public:
    ForecastDialog(const AccessParts &parts, RetentionChange change, QWidget *parent = nullptr);

    void setForecast(const RetentionForecast &forecast);
    void setExpected(qint64 count); // where there is no list
    bool isRead() const { return m_expected.has_value(); }

    // Not while what was confirmed is being stored: closing would look as if it were taken back.
    void reject() override
    {
        if (!m_isStoring)
            QDialog::reject();
    }

Q_SIGNALS:
    void stored();

private:
    void layOut();
    QWidget *buildList();
    QWidget *buildNumber();
    void sort();
    void showRows();
    void save();
    void store();
    void onStored(const Result<> &stored);
    void readAgain();
    void update();
    std::optional<qint64> typed() const;

    const AccessParts m_parts;
    const RetentionChange m_change;
    RetentionForecast m_forecast;
    std::optional<qint64> m_expected;
    ForecastListModel *m_model;
    MessageBar *m_messages;
    QLabel *m_summary;
    PlainTable *m_table;
    QComboBox *m_order;
    QPushButton *m_save;
    QWidget *m_list = nullptr;
    QWidget *m_numberRow = nullptr;
    QLabel *m_ask = nullptr;
    QLineEdit *m_number;
    ProblemLabel *m_problem;
    QPushButton *m_accept = nullptr;
    quint64 m_generation = 0;
    bool m_isStoring = false;
};

// Stores at once where nothing would go, and asks otherwise. `done` comes once, unless `parent` is gone; Cancelled where the person
// went back.
void confirmAndStore(const AccessParts &parts, QWidget *parent, const RetentionChange &change, const std::function<void(const Result<> &)> &done);

} // namespace letopis
