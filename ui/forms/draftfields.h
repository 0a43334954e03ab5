#pragma once

#include "ui/forms/serverdraft.h"

#include <QHash>
#include <QSet>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace letopis {

class Questions;

// A part of a server's form. Shows a draft's fields and, below each, what is wrong with it: once the field was edited
// and left, or after showProblems(). The rules are problemsIn()'s.
class DraftFields : public QWidget
{
    Q_OBJECT

public:
    DraftFields(bool isNewServer, QWidget *parent = nullptr);

    virtual void load(const ServerDraft &draft) = 0;
    virtual void store(ServerDraft &draft) const = 0;
    // Shows every problem of these fields and puts the focus on the first; true where there are none.
    bool showProblems();

Q_SIGNALS:
    void edited();

protected:
    QLineEdit *addLine(DraftField field, const QString &name, const QString &label, const QString &hint = {});
    QLineEdit *addSecret(const QString &name, const QString &label);
    // A line with a button that asks for a file.
    QLineEdit *addFile(DraftField field, const QString &name, const QString &label, const QString &title,
                       Questions &questions);
    QLabel *addNote(const QString &text);
    void setRowVisible(QWidget *field, bool isVisible);
    QFormLayout *form() const { return m_form; }
    bool isNewServer() const { return m_isNew; }
    void updateProblems();
    void changeEvent(QEvent *event) override;

private:
    void addProblemRow(DraftField field, QLineEdit *line);
    void colourProblems();
    QList<DraftFinding> ownProblems() const;

    const bool m_isNew;
    QFormLayout *m_form;
    QHash<DraftField, QLabel *> m_problems;
    QHash<DraftField, QLineEdit *> m_lines;
    QSet<DraftField> m_touched;
};

// Name, API URL, shared secret. A pasted `bbb-conf --secret` fills both.
class AddressFields final : public DraftFields
{
    Q_OBJECT

public:
    explicit AddressFields(bool isNewServer, QWidget *parent = nullptr);
    void load(const ServerDraft &draft) override;
    void store(ServerDraft &draft) const override;

private:
    void takePasted(const QString &text);
    void suggestName();

    QLineEdit *m_name;
    QLineEdit *m_url;
    QLineEdit *m_secret;
    bool m_isNameTyped = false;
};

// The account on the server's host.
class SshFields final : public DraftFields
{
    Q_OBJECT

public:
    SshFields(bool isNewServer, Questions &questions, QWidget *parent = nullptr);
    void load(const ServerDraft &draft) override;
    void store(ServerDraft &draft) const override;

private:
    void addMaterials();
    void showLogin();

    QCheckBox *m_uses;
    QLineEdit *m_address;
    QComboBox *m_login;
    QLineEdit *m_keyFile;
    QLineEdit *m_passphrase;
    QLineEdit *m_password;
    QLineEdit *m_dataRoot;
    QLineEdit *m_materials = nullptr; // of a known server
    QLabel *m_materialsNote = nullptr;
    QLineEdit *m_knownHosts;
};

// Proxy, authority file, and for a known server how often it is synced.
class NetworkFields final : public DraftFields
{
    Q_OBJECT

public:
    NetworkFields(bool isNewServer, Questions &questions, QWidget *parent = nullptr);
    void load(const ServerDraft &draft) override;
    void store(ServerDraft &draft) const override;

private:
    void showProxy();

    QComboBox *m_proxy;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QLineEdit *m_caFile;
    QSpinBox *m_interval;
};

QString draftProblemText(const DraftFinding &problem);

} // namespace letopis
