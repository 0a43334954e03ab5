#include "ui/pages/recordings/materiallist.h"

#include "core/domain/materialdescription.h"
#include "ui/models/materialmodel.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int margin = 8;
constexpr int pictureSize = 48;
constexpr int stateIconSize = 16;

// Where things are in one row.
struct RowPlan
{
    QRect picture;
    QRect name;
    QRect description; // empty where there is none
    QRect facts;
    QRect stateIcon;
    QRect state;

    RowPlan(const QRect &row, const QFontMetrics &metrics, bool hasDescription)
    {
        const int line = metrics.height() + 2;
        picture = QRect(row.left() + 2 * margin, row.top() + margin, pictureSize, pictureSize);
        QRect next(picture.right() + 1 + margin + margin / 2, row.top() + margin, 0, line);
        next.setRight(row.right() - 2 * margin);
        const auto take = [&next, line] {
            const QRect taken = next;
            next.translate(0, line);
            return taken;
        };
        name = take();
        if (hasDescription)
            description = take();
        facts = take();
        state = take();
        stateIcon = QRect(state.left(), state.top() + (line - stateIconSize) / 2, stateIconSize, stateIconSize);
        state.setLeft(stateIcon.right() + 1 + margin / 2);
    }

    int height(const QRect &row) const { return qMax(picture.bottom(), state.bottom()) + 1 + margin - row.top(); }

    void mirror(const QRect &row)
    {
        for (QRect *part : {&picture, &name, &description, &facts, &stateIcon, &state})
            *part = QStyle::visualRect(Qt::RightToLeft, row, *part);
    }
};

RowPlan planOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    RowPlan plan(option.rect, option.fontMetrics, !index.data(MaterialModel::DescriptionRole).toString().isEmpty());
    if (option.direction == Qt::RightToLeft)
        plan.mirror(option.rect);
    return plan;
}

class MaterialDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QRect row(0, 0, 400, 0);
        const RowPlan plan(row, option.fontMetrics, !index.data(MaterialModel::DescriptionRole).toString().isEmpty());
        return {120, plan.height(row)}; // the view gives it its own width
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
        style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
        painter->save();
        painter->setClipRect(option.rect);
        const RowPlan plan = planOf(option, index);
        drawPicture(*painter, plan.picture, option, index);
        drawTexts(*painter, plan, option, index);
        painter->restore();
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            QStyleOptionFocusRect focus;
            focus.QStyleOption::operator=(option);
            focus.backgroundColor = option.palette.color(QPalette::Base);
            style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
        }
    }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        auto *editor = new QLineEdit(parent);
        editor->setObjectName(u"materialName"_s);
        editor->setMaxLength(longestMaterialName);
        editor->setAccessibleName(MaterialList::tr("Name of the file"));
        return editor;
    }

    void setEditorData(QWidget *widget, const QModelIndex &index) const override
    {
        auto *editor = qobject_cast<QLineEdit *>(widget);
        const QString name = index.data(Qt::EditRole).toString();
        if (!editor || editor->isModified())
            return; // news of the file must not take away what is being typed
        editor->setText(name);
        // The ending mostly stays. Later: the view first selects all of it.
        QTimer::singleShot(0, editor, [editor, dot = name.lastIndexOf(u'.')] {
            if (dot > 0 && !editor->isModified())
                editor->setSelection(0, static_cast<int>(dot));
        });
    }

    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QRect place = planOf(option, index).name;
        const int room = editor->sizeHint().height() - place.height();
        editor->setGeometry(place.adjusted(-4, -room / 2, 0, room - room / 2));
    }

private:
    static void drawPicture(QPainter &painter, const QRect &place, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        const bool isTrashed = index.data(MaterialModel::IsTrashedRole).toBool();
        painter.setOpacity(isTrashed ? 0.5 : 1);
        const auto thumbnail = index.data(MaterialModel::ThumbnailRole).value<QImage>();
        if (!thumbnail.isNull()) {
            QRect fitted(QPoint(), thumbnail.size().scaled(place.size(), Qt::KeepAspectRatio).expandedTo({1, 1}));
            fitted.moveCenter(place.center());
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.drawImage(fitted, thumbnail);
            painter.setOpacity(1);
            return;
        }
        const QIcon::Mode mode = option.state.testFlag(QStyle::State_Selected) ? QIcon::Selected : QIcon::Normal;
        constexpr int iconSize = 36;
        QRect middle(0, 0, iconSize, iconSize);
        middle.moveCenter(place.center());
        index.data(Qt::DecorationRole).value<QIcon>().paint(&painter, middle, Qt::AlignCenter, mode);
        painter.setOpacity(1);
    }

    static void drawTexts(QPainter &painter, const RowPlan &plan, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const QPalette::ColorGroup group = option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
        const QColor plain = option.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
        QColor quiet = plain;
        if (!isSelected)
            quiet.setAlphaF(0.75F); // at least 4.5:1 on the list's ground, light and dark
        QFont bold = option.font;
        bold.setBold(true);
        const auto draw = [&](const QRect &place, int role, const QFont &font, const QColor &color, Qt::TextElideMode mode) {
            const QString text = index.data(role).toString();
            if (text.isEmpty() || place.isEmpty())
                return;
            painter.setFont(font);
            painter.setPen(color);
            const QString shown = QFontMetrics(font).elidedText(text, mode, place.width());
            // The row's side, whatever the direction of the text: a name in Hebrew stays under the others.
            const Qt::Alignment side = option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
            painter.drawText(place, int(side | Qt::AlignVCenter | Qt::AlignAbsolute) | Qt::TextSingleLine,
                             QChar(0x2068) + shown + QChar(0x2069));
        };
        const bool isTrashed = index.data(MaterialModel::IsTrashedRole).toBool();
        draw(plan.name, Qt::DisplayRole, bold, isTrashed ? quiet : plain, Qt::ElideMiddle);
        draw(plan.description, MaterialModel::DescriptionRole, option.font, plain, Qt::ElideRight);
        draw(plan.facts, MaterialModel::FactsRole, option.font, quiet, Qt::ElideRight);
        draw(plan.state, MaterialModel::StateRole, option.font, quiet, Qt::ElideRight);
        themedIcon(index.data(MaterialModel::StateIconRole).toString())
            .paint(&painter, plan.stateIcon, Qt::AlignCenter, isSelected ? QIcon::Selected : QIcon::Normal);
    }
};

} // namespace

MaterialList::MaterialList(QWidget *parent) : QListView(parent)
{
    setObjectName(u"materialList"_s);
    setAccessibleName(tr("Materials"));
    setItemDelegate(new MaterialDelegate(this));
    setFrameShape(NoFrame);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers); // F2 is the tab's
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setMovement(Static);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDragDropMode(DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setDragDropOverwriteMode(false);
    connect(this, &QListView::doubleClicked, this, &MaterialList::opened);
}

void MaterialList::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && currentIndex().isValid() && !isEditing()) {
        Q_EMIT opened();
        return;
    }
    QListView::keyPressEvent(event);
}

void MaterialList::dragEnterEvent(QDragEnterEvent *event)
{
    if (model() && event->mimeData()->hasFormat(model()->mimeTypes().value(0)))
        QListView::dragEnterEvent(event);
    else
        event->ignore(); // up to the tab, which takes files wherever they fall
}

void MaterialList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

} // namespace letopis
