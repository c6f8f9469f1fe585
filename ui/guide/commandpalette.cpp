// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guide/commandpalette.h"

#include "guide/palettedelegate.h"
#include "support/settings/settings.h"
#include "support/text.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTimer>
#include <QVBoxLayout>

namespace Linescope {

namespace {

constexpr int widest = 640;
constexpr int highest = 440;
constexpr qsizetype maxRecent = 12;
const auto recentKey = QStringLiteral("palette/recent");

} // namespace

CommandPalette::CommandPalette(Settings *settings, QWidget *window)
    : QFrame(window, Qt::Popup | Qt::FramelessWindowHint)
    , m_settings(settings)
    , m_model(new PaletteModel(this))
    , m_search(new QLineEdit)
    , m_list(new QListView)
    , m_note(makeLabel())
{
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Command palette"));
    m_search->setPlaceholderText(tr("Type some letters of a command"));
    m_search->setAccessibleName(tr("Command"));
    m_search->setMaxLength(100);
    m_search->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Commands"));
    m_note->setWordWrap(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_note);
    connect(m_search, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListView::clicked, this, &CommandPalette::trigger);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CommandPalette::tellChoice);
}

void CommandPalette::addSource(Source source) { m_sources.append(std::move(source)); }

void CommandPalette::open()
{
    QList<PaletteEntry> entries;
    for (const Source &source : std::as_const(m_sources))
        entries += source();
    m_model->setEntries(std::move(entries), m_settings->value(recentKey).toStringList());
    m_search->clear();
    filter({});
    place();
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::place()
{
    const QWidget *window = parentWidget();
    resize(std::min(widest, window->width() - 40), std::min(highest, window->height() - 80));
    QFrame::move(window->mapToGlobal(QPoint((window->width() - width()) / 2, std::min(60, window->height() / 8))));
}

void CommandPalette::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    m_model->setEntries({}, {}); // nothing is kept of what may go meanwhile
}

void CommandPalette::filter(const QString &pattern)
{
    m_model->setPattern(pattern);
    m_list->setCurrentIndex(m_model->index(0, 0));
    tellChoice();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress && keyPressed(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return QFrame::eventFilter(watched, event);
}

bool CommandPalette::keyPressed(int key)
{
    const int page = std::max(1, m_list->viewport()->height() / std::max(1, m_list->sizeHintForRow(0)) - 1);
    switch (key) {
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_PageUp:
        move(-page);
        return true;
    case Qt::Key_PageDown:
        move(page);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        trigger(m_list->currentIndex());
        return true;
    case Qt::Key_Escape:
        hide();
        return true;
    default:
        return false;
    }
}

// One step beyond an end comes out at the other; a page stops there.
void CommandPalette::move(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    int row = m_list->currentIndex().row() + rows;
    if (std::abs(rows) == 1)
        row = (row + count) % count;
    m_list->setCurrentIndex(m_model->index(std::clamp(row, 0, count - 1), 0));
}

void CommandPalette::trigger(const QModelIndex &index)
{
    if (!index.isValid() || !index.data(PaletteModel::WhyNotRole).toString().isEmpty())
        return; // the note says why
    const PaletteEntry entry = m_model->entry(index.row());
    remember(entry.id);
    hide();
    // Not from here: what is triggered may open a dialog, and the popup must be gone first.
    QTimer::singleShot(0, this, entry.trigger);
}

// The field keeps the focus; so a screen reader hears of the choice through its description.
void CommandPalette::tellChoice()
{
    const QModelIndex current = m_list->currentIndex();
    const QString whyNot = current.data(PaletteModel::WhyNotRole).toString();
    m_note->setText(!current.isValid() ? tr("No command has these letters.") : visibleText(whyNot));
    m_note->setVisible(!m_note->text().isEmpty());
    m_search->setAccessibleDescription(current.isValid() ? current.data(Qt::AccessibleTextRole).toString()
                                                         : m_note->text());
    QAccessibleEvent changed(m_search, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void CommandPalette::remember(const QString &id)
{
    QStringList recent = m_settings->value(recentKey).toStringList();
    recent.removeAll(id);
    recent.prepend(id);
    m_settings->setValue(recentKey, recent.mid(0, maxRecent));
}

} // namespace Linescope
