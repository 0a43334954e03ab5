#pragma once

#include "core/domain/servicerights.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace letopis {

class EmptyState;
class ServiceRightsModel;
class ServiceRightsTable;

// What each role of a conference service may do there, for reading: the service's own names, in the program's language.
class ServiceRightsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ServiceRightsDialog(QWidget *parent = nullptr);

    // `role`, where it is given and known, is marked and comes into sight: a participant's, by its id.
    void showService(const QString &service, const QString &role = {});

    QString service() const;

private:
    void layOut();
    void chooseService();
    void chooseTable();
    void search(const QString &text);
    void updateState();
    void explainCurrent();

    QList<ServiceRights> m_services;
    QString m_role;
    QComboBox *m_service = nullptr;
    QComboBox *m_table = nullptr;
    QLabel *m_tableLabel = nullptr;
    QLineEdit *m_search = nullptr;
    QLabel *m_about = nullptr;
    QLabel *m_explanation = nullptr;
    QLabel *m_source = nullptr;
    QLabel *m_count = nullptr;
    ServiceRightsModel *m_model = nullptr;
    ServiceRightsTable *m_view = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_stack = nullptr;
};

// Opens it beside `parent`'s window, where it stays until it is closed.
ServiceRightsDialog *openServiceRights(QWidget *parent, const QString &service, const QString &role = {});

} // namespace letopis
