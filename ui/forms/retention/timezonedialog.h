#pragma once

#include <QByteArray>
#include <QDialog>

class QComboBox;
class QPushButton;

namespace letopis {

class ProblemLabel;

// Whose days the policies count: one of the zones this computer knows.
class TimeZoneDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit TimeZoneDialog(const QByteArray &zone, QWidget *parent = nullptr);

    QByteArray zone() const; // empty: none that is known
    void showProblem(const QString &text);

Q_SIGNALS:
    void chosen(const QByteArray &zone); // the dialog stays open: who stores it closes it

private:
    void update();

    const QByteArray m_before;
    QComboBox *m_zones;
    ProblemLabel *m_problem;
    QPushButton *m_accept = nullptr;
};

} // namespace letopis
