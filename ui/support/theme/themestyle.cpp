// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/theme/themestyle.h"

#include "support/text.h"
#include "support/theme/theme.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPainter>
#include <QStyleOption>

namespace Linescope {

namespace {

bool isHighContrast(const QStyleOption *option) { return option && groundOf(option->palette) == Ground::HighContrast; }

bool hasFrame(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_PanelButtonCommand:
    case QStyle::PE_FrameLineEdit:
    case QStyle::PE_PanelLineEdit:
    case QStyle::PE_Frame:
    case QStyle::PE_FrameTabWidget:
    case QStyle::PE_FrameMenu:
    case QStyle::PE_PanelTipLabel:
    case QStyle::PE_IndicatorCheckBox:
        return true;
    default:
        return false;
    }
}

bool hasFrame(QStyle::ComplexControl control)
{
    return control == QStyle::CC_ComboBox || control == QStyle::CC_SpinBox;
}

// The line inside a spin box or a combo box, which has a frame of its own.
bool isInsideAnother(const QWidget *widget)
{
    return widget
        && (qobject_cast<const QAbstractSpinBox *>(widget->parentWidget())
            || qobject_cast<const QComboBox *>(widget->parentWidget()));
}

void drawFrame(QPainter *painter, const QStyleOption &option)
{
    const bool focus = option.state & QStyle::State_HasFocus;
    const auto role = option.state & QStyle::State_Enabled ? (focus ? QPalette::Highlight : QPalette::WindowText)
                                                           : QPalette::PlaceholderText;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(option.palette.color(role), focus ? 3 : 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    painter->restore();
}

// Fusion's own is a shade of the window's colour, hard to see on a dark one.
void drawIndicatorOutline(QPainter *painter, const QStyleOption &option, bool isRound)
{
    const auto focused = QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange;
    const QColor color = !(option.state & QStyle::State_Enabled)
        ? option.palette.color(QPalette::Disabled, QPalette::Text)
        : toneColor((option.state & focused) == focused ? Tone::Link : Tone::Muted, option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(color, isRound ? 1.5 : 1, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    if (isRound)
        painter->drawEllipse(QRectF(option.rect).adjusted(1, 1, -1, -1));
    else
        painter->drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5));
    painter->restore();
}

bool hasMirroredArrow(const QStyleOptionToolButton &button)
{
    return button.direction == Qt::RightToLeft && button.features.testFlag(QStyleOptionToolButton::Arrow)
        && button.arrowType != Qt::NoArrow && button.toolButtonStyle == Qt::ToolButtonTextBesideIcon;
}

QStyle::PrimitiveElement arrowOf(Qt::ArrowType type)
{
    switch (type) {
    case Qt::LeftArrow:
        return QStyle::PE_IndicatorArrowLeft;
    case Qt::RightArrow:
        return QStyle::PE_IndicatorArrowRight;
    case Qt::UpArrow:
        return QStyle::PE_IndicatorArrowUp;
    case Qt::DownArrow:
    case Qt::NoArrow:
        break;
    }
    return QStyle::PE_IndicatorArrowDown;
}

} // namespace

ThemeStyle::ThemeStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (!isHighContrast(option)) {
        if (option && (element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton))
            drawIndicatorOutline(painter, *option, element == PE_IndicatorRadioButton);
        return;
    }
    if (element == PE_FrameGroupBox) {
        QStyleOption belowTitle(*option);
        belowTitle.rect.setTop(option->rect.top() + option->fontMetrics.height() + 3);
        drawFrame(painter, belowTitle);
    } else if (hasFrame(element) && !isInsideAnother(widget)) {
        drawFrame(painter, *option);
    }
    if (element == PE_IndicatorRadioButton) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(option->palette.color(QPalette::WindowText), 2));
        painter->drawEllipse(QRectF(option->rect).adjusted(1, 1, -1, -1));
        painter->restore();
    }
}

void ThemeStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    // QHeaderView can be asked to elide, but Qt 6.4 forgets it on the way to the label.
    if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        header && element == CE_HeaderLabel && header->orientation == Qt::Horizontal) {
        QStyleOptionHeader elided = *header;
        elided.text = header->fontMetrics.elidedText(header->text, Qt::ElideRight, header->rect.width());
        return QProxyStyle::drawControl(element, &elided, painter, widget);
    }
    if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        button && element == CE_ToolButtonLabel && hasMirroredArrow(*button))
        return drawMirroredLabel(*button, painter, widget);
    QProxyStyle::drawControl(element, option, painter, widget);
    if (isHighContrast(option) && (element == CE_TabBarTabShape || element == CE_HeaderSection))
        drawFrame(painter, *option);
}

// Qt 6.4 turns the text around, but leaves the arrow on the left.
void ThemeStyle::drawMirroredLabel(const QStyleOptionToolButton &button, QPainter *painter, const QWidget *widget) const
{
    const int side = button.iconSize.width() + 4;
    QStyleOption arrow(button);
    arrow.rect.setLeft(arrow.rect.right() - side + 1);
    proxy()->drawPrimitive(arrowOf(button.arrowType), &arrow, painter, widget);
    painter->setFont(button.font);
    proxy()->drawItemText(painter, button.rect.adjusted(0, 0, -side, 0),
                          Qt::AlignRight | Qt::AlignVCenter | Qt::TextShowMnemonic | readingFlag(button.text),
                          button.palette, button.state & State_Enabled, button.text, QPalette::ButtonText);
}

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (hasFrame(control) && isHighContrast(option))
        drawFrame(painter, *option);
}

// Fusion draws the arrow of a button with a menu over the end of its text.
QSize ThemeStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    constexpr int arrow = 10; // on both sides, for the text is in the middle
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const auto *button = type == CT_ToolButton ? qstyleoption_cast<const QStyleOptionToolButton *>(option) : nullptr;
    if (button && button->features.testFlag(QStyleOptionToolButton::HasMenu) && !button->text.isEmpty())
        result.rwidth() += 2 * arrow;
    return result;
}

int ThemeStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *data) const
{
    if (motionIsReduced() && (hint == SH_Widget_Animation_Duration || hint == SH_Widget_Animate))
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

} // namespace Linescope
