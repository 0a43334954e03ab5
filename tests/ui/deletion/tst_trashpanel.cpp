// The trash and the certificates: what can come back and until when, restored, deleted for good by its number; certificates read,
// saved, verified, and one that was changed.

#include "tests/ui/deletion/deletionbench.h"

#include "ui/pages/deletion/deletioncertificatedialog.h"

using namespace letopis;
using namespace letopis::test;

class TrashPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"Fusion"_s); }
    void init() { m_bench = std::make_unique<DeletionBench>(); }
    void cleanup() { m_bench.reset(); }

    void anEmptyTrashSaysWhatItIsFor();
    void theListTellsSinceUntilAndWhere();
    void restoringNeedsNoNumber();
    void whatIsChosenStaysChosenWhenTheListChanges();
    void deletingForGoodAsksForTheNumber();
    void whatIsHeldCannotBeDeletedForGood();
    void recordingsOfTwoServersAreNotOnePlan();
    void aRefusalNamesTheRecording();
    void aCertificateIsReadVerifiedAndSaved();
    void aSavedCertificateIsVerifiedFromItsFile();
    void aChangedCertificateIsCaught();

private:
    DeletionBench &bench() { return *m_bench; }
    TrashPanel &panel() { return static_cast<TrashPanel &>(*bench().window); }
    void openFilled()
    {
        bench().desk().setTrash({bench().trashed(0, 4), bench().trashed(1, 12), bench().trashed(2, 20), bench().trashed(3, 25)});
        bench().certify();
        bench().open<TrashPanel>();
        QTRY_COMPARE(panel().table().model()->rowCount(), 4);
        QTRY_VERIFY(panel().table().selectionModel()->hasSelection());
    }
    QString cell(int row, int column) { return panel().table().model()->index(row, column).data().toString(); }
    void select(const QList<int> &rows)
    {
        panel().table().clearSelection();
        for (const int row : rows)
            panel().table().selectionModel()->select(panel().table().model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    DeletionCertificateDialog *openCertificate()
    {
        panel().showCertificates();
        (void)QTest::qWaitFor([this] { return bench().child(u"openCertificate"_s)->isEnabled(); });
        bench().child(u"openCertificate"_s)->click();
        return bench().dialog<DeletionCertificateDialog>();
    }

    QString path() const { return m_directory.filePath(u"certificate.json"_s); }

    QTemporaryDir m_directory;
    std::unique_ptr<DeletionBench> m_bench;
};

void TrashPanelTest::anEmptyTrashSaysWhatItIsFor()
{
    bench().open<TrashPanel>();
    QTRY_VERIFY(bench().child<EmptyState>(u"trashEmpty"_s)->isVisible());
    QVERIFY(!bench().child(u"restoreTrashed"_s)->isEnabled());
    panel().showCertificates();
    QTRY_VERIFY(bench().child<EmptyState>(u"certificatesEmpty"_s)->isVisible());
}

void TrashPanelTest::theListTellsSinceUntilAndWhere()
{
    openFilled();
    QCOMPARE(cell(0, 1), u"bbb.uni"_s);
    QCOMPARE(cell(2, 1), u"Школа № 5"_s);
    QVERIFY(cell(0, 3).contains(u"24 November 2026"_s));
    QVERIFY(cell(0, 3).contains(u"in 4 day"_s));
    QVERIFY(cell(0, 4).contains(u"server's trash"_s));
    QVERIFY(cell(1, 4).contains(u"Unpublished"_s));
    QVERIFY(cell(3, 3).contains(u"held"_s));
    QCOMPARE(cell(0, 6), u"anna"_s);
    QCOMPARE(cell(1, 6), u"Auto-deletion"_s);
}

void TrashPanelTest::whatIsChosenStaysChosenWhenTheListChanges()
{
    openFilled();
    select({1});
    const auto chosen = [this] {
        const QModelIndexList rows = panel().table().selectionModel()->selectedRows();
        return rows.size() == 1 ? rows.first().data().toString() : QString();
    };
    const QString name = chosen();
    bench().desk().setTrash({bench().trashed(3, 2), bench().trashed(0, 4), bench().trashed(1, 12), bench().trashed(2, 20), bench().trashed(4, 25)});
    QTRY_COMPARE(panel().table().model()->rowCount(), 5);
    QCOMPARE(chosen(), name);
    // Gone: the next command shall not act on what nobody picked.
    bench().desk().setTrash({bench().trashed(3, 2), bench().trashed(0, 4)});
    QTRY_COMPARE(panel().table().model()->rowCount(), 2);
    QVERIFY(!panel().table().selectionModel()->hasSelection());
    QVERIFY(!bench().child(u"restoreTrashed"_s)->isEnabled());
}

void TrashPanelTest::restoringNeedsNoNumber()
{
    openFilled();
    DeletionPlan plan = bench().plan(90, 2);
    plan.state = DeletionPlan::State::Confirmed;
    bench().reality().plan = plan;
    select({0, 1});
    QTRY_VERIFY(bench().child(u"restoreTrashed"_s)->isEnabled());
    QVERIFY(bench().child(u"restoreTrashed"_s)->text().contains(u'2'));
    bench().child(u"restoreTrashed"_s)->click();
    QTRY_COMPARE(bench().reality().started, QList<DeletionPlanId>{plan.id});
    QCOMPARE(bench().reality().stepAsked, std::optional(DeletionStep::Restore));
    QCOMPARE(bench().reality().recordingsAsked.size(), 2);
    bench().desk().setTrash({bench().trashed(2, 20)});
    DeletionReport report;
    report.done = 2;
    bench().tellJob({1}, JobKind::Deletion, Job::State::Finished, {}, report);
    QTRY_COMPARE(panel().table().model()->rowCount(), 1);
    QVERIFY(panel().messages().text().contains(u'2'));
}

void TrashPanelTest::deletingForGoodAsksForTheNumber()
{
    openFilled();
    const DeletionPlan plan = bench().plan(91, 1);
    bench().desk().putPlan(plan, bench().items(1, DeletionStep::Purge));
    bench().reality().plan = plan;
    select({0});
    panel().table().setFocus();
    QTest::keyClick(&panel().table(), Qt::Key_Delete);
    auto *dialog = bench().dialog<PlanConfirmDialog>();
    QVERIFY(dialog);
    QCOMPARE(bench().reality().stepAsked, std::optional(DeletionStep::Purge));
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"planSteps"_s)->text().contains(u"cannot be undone"_s));
    QTest::keyClick(dialog, Qt::Key_Escape); // thinks better of it: nothing is left behind
    QTRY_VERIFY(bench().workspace.calls().contains(u"discardPlan"_s));
    QVERIFY(bench().reality().started.isEmpty());
    bench().desk().putPlan(plan, bench().items(1, DeletionStep::Purge));
    QTRY_VERIFY(bench().child(u"purgeTrashed"_s)->isEnabled());
    bench().child(u"purgeTrashed"_s)->click();
    dialog = bench().dialog<PlanConfirmDialog>();
    QVERIFY(dialog);
    auto *number = dialog->findChild<QLineEdit *>(u"planNumber"_s);
    number->setFocus();
    QTest::keyClicks(number, u"1"_s);
    QTRY_VERIFY(dialog->findChild<QPushButton *>(u"acceptPlan"_s)->isEnabled()); // its list is read
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE(bench().reality().started, QList<DeletionPlanId>{plan.id});
}

void TrashPanelTest::whatIsHeldCannotBeDeletedForGood()
{
    openFilled();
    select({3});
    QTRY_VERIFY(bench().child(u"restoreTrashed"_s)->isEnabled());
    QVERIFY(!bench().child(u"purgeTrashed"_s)->isEnabled());
    QVERIFY(bench().child(u"purgeTrashed"_s)->toolTip().contains(u"hold"_s));
}

void TrashPanelTest::recordingsOfTwoServersAreNotOnePlan()
{
    openFilled();
    select({1, 2});
    QTRY_VERIFY(!bench().child(u"restoreTrashed"_s)->isEnabled());
    QVERIFY(bench().child(u"restoreTrashed"_s)->toolTip().contains(u"one server"_s));
    bench().child<QComboBox>(u"trashServer"_s)->setCurrentIndex(2);
    QTRY_COMPARE(panel().table().model()->rowCount(), 2);
}

void TrashPanelTest::aRefusalNamesTheRecording()
{
    openFilled();
    bench().reality().refusal = Error{ErrorKind::PermissionDenied, u"a legal hold is on it"_s, u"Семинар 1"_s, {}};
    select({0});
    bench().child(u"purgeTrashed"_s)->click();
    QTRY_VERIFY(panel().messages().text().contains(u"“Семинар 1” is held"_s));
    QTRY_VERIFY(bench().child(u"purgeTrashed"_s)->isEnabled());
}

void TrashPanelTest::aCertificateIsReadVerifiedAndSaved()
{
    openFilled();
    DeletionCertificateDialog *dialog = openCertificate();
    QVERIFY(dialog);
    const QString text = dialog->findChild<QPlainTextEdit *>(u"certificateText"_s)->toPlainText();
    for (const QString &said : {u"Совет факультета"_s, u"bbb.uni.example"_s, u"Approved by: boris"_s, u"shared with other parts"_s, u"webcams.webm"_s,
                                QString::fromLatin1(certificateSha256(bench().certificate().json).toHex())})
        QVERIFY2(text.contains(said), qPrintable(said));
    dialog->findChild<QPushButton *>(u"verifyCertificate"_s)->click();
    QTRY_VERIFY(dialog->messages().text().contains(u"journal names it"_s));
    const QString file = this->path();
    bench().questions.setNextFile(file);
    dialog->findChild<QPushButton *>(u"saveCertificate"_s)->click();
    QTRY_VERIFY(dialog->messages().text().contains(u"saved"_s));
    QFile saved(file);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    const Result<CertificateFile> read = readCertificateFile(saved.readAll());
    QVERIFY(read && verifyCertificate(read->certificate, read->event));
    QTRY_VERIFY(bench().workspace.calls().contains(u"noteExport"_s));
}

void TrashPanelTest::aSavedCertificateIsVerifiedFromItsFile()
{
    const QString path = this->path();
    const IssuedCertificate issued = bench().certificate();
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(certificateFile(issued.json, issued.event));
    file.close();
    bench().open<TrashPanel>(); // a catalog that has it not
    panel().showCertificates();
    bench().questions.setNextFile(path);
    bench().child(u"verifyCertificateFile"_s)->click();
    auto *dialog = bench().dialog<DeletionCertificateDialog>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->messages().text().contains(u"is whole"_s));
    QVERIFY(!dialog->findChild<QPushButton *>(u"saveCertificate"_s)->isVisible());
}

void TrashPanelTest::aChangedCertificateIsCaught()
{
    IssuedCertificate issued = bench().certificate();
    issued.json.replace("bbb.uni.example", "bbb.uni.exampl3");
    const QString path = this->path();
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(certificateFile(issued.json, issued.event));
    file.close();
    bench().open<TrashPanel>();
    panel().showCertificates();
    bench().questions.setNextFile(path);
    bench().child(u"verifyCertificateFile"_s)->click();
    QTRY_VERIFY(panel().messages().text().contains(u"was changed"_s));
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{}");
    file.close();
    bench().questions.setNextFile(path);
    bench().child(u"verifyCertificateFile"_s)->click();
    QTRY_VERIFY(panel().messages().text().contains(u"no certificate"_s));
}

QTEST_MAIN(TrashPanelTest)
#include "tst_trashpanel.moc"
