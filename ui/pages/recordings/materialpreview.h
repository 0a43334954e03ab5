#pragma once

#include <QDialog>
#include <QImage>

class QLabel;

namespace letopis {

class PreviewMaker;

// A larger picture of an image or of a PDF's first page. Space and Escape close it.
class MaterialPreviewDialog final : public QDialog
{
    Q_OBJECT

public:
    MaterialPreviewDialog(const QString &previewProgram, const QString &name, QWidget *parent = nullptr);

    void showFile(const QString &localFile);
    QImage image() const { return m_image; } // null: not there yet, or none

Q_SIGNALS:
    void openRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showImage(const QImage &image);
    void fit();

    PreviewMaker *m_maker = nullptr;
    QLabel *m_picture = nullptr;
    QImage m_image;
};

} // namespace letopis
