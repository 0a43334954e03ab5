#pragma once

#include "core/domain/material.h"

#include <QDialog>
#include <QJsonObject>

class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace letopis {

// The versions of a material, newest first. Opening and saving are asked for by signals; the dialog stays.
class MaterialVersionsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit MaterialVersionsDialog(QWidget *parent = nullptr);

    void showMaterial(const Material &material, const QDateTime &nowUtc);
    MaterialId material() const { return m_material; }
    QTreeWidget &list() const { return *m_list; }

Q_SIGNALS:
    void openRequested(int version);
    void saveRequested(int version);

private:
    int current() const; // a version's number; 0: none
    void updateButtons();

    MaterialId m_material;
    QLabel *m_name = nullptr;
    QTreeWidget *m_list = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_save = nullptr;
};

// A few lines about a file.
class MaterialDescriptionDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit MaterialDescriptionDialog(const Material &material, QWidget *parent = nullptr);

    QString text() const;
    QJsonObject draft() const; // empty: as it was
    void restore(const QJsonObject &draft, const QDateTime &since);

Q_SIGNALS:
    void edited();

private:
    void check();

    const QString m_name;
    const QString m_before;

    QPlainTextEdit *m_text = nullptr;
    QLabel *m_restored = nullptr;
    QLabel *m_problem = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace letopis
