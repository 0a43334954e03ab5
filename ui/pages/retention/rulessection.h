#pragma once

#include "core/base/error.h"
#include "ui/forms/access/accessparts.h"

#include <QGroupBox>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStandardItemModel;
class QVBoxLayout;

namespace letopis {

class MessageBar;
class PlainTable;

// A part of the rules: a table as tall as its rows, commands on it below, and a sentence where it is empty.
class RulesSection : public QGroupBox
{
    Q_OBJECT

public:
    RulesSection(const AccessParts &parts, MessageBar &messages, const QString &title, QWidget *parent = nullptr);

    virtual void read() = 0;
    void setForbidden(const QString &reason); // why nothing may be changed; empty: it may
    PlainTable &table() const { return *m_table; }
    bool isRead() const { return m_isRead; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    // `shares`: how the first columns divide the width that the others leave.
    void makeTable(const QString &name, const QStringList &headers, const QList<int> &shares, const QList<int> &numbers = {});
    QPushButton *addButton(const QString &name, const QString &text, std::function<void()> run);
    void addStretch();
    QVBoxLayout &column() const { return *m_column; }
    QLabel &note() const { return *m_note; } // below the table
    // `keys`: what each row is, so that the chosen one stays chosen wherever it moves; gone, its neighbour is.
    void setRows(const QList<QStringList> &rows, const QStringList &keys, const QString &empty);
    void selectRow(int row);
    int current() const; // -1: none
    virtual void updateButtons() = 0;
    // What nobody may is disabled with its reason.
    void enable(QPushButton *button, bool isPossible, const QString &tip = {});

    const AccessParts &parts() const { return m_parts; }
    MessageBar &messages() const { return m_messages; }
    void tell(const Error &error);                  // of a command; Cancelled says nothing
    void tellReading(const Error &error);           // of read()
    void say(const QString &text);                  // of a success
    void say(const QString &text, std::function<void()> undo);

private:
    void fit();
    void share();

    const AccessParts m_parts;
    MessageBar &m_messages;
    QString m_reason;
    QVBoxLayout *m_column;
    QHBoxLayout *m_commands;
    PlainTable *m_table;
    QStandardItemModel *m_model;
    QStringList m_keys;
    QList<int> m_numbers;
    QList<int> m_shares;
    QLabel *m_empty;
    QLabel *m_note;
    bool m_isRead = false;
};

} // namespace letopis
