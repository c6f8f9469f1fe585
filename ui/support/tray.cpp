// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/tray.h"

#include "models/liveworld.h"
#include "support/text.h"

#include <QApplication>
#include <QMenu>
#include <QPainter>
#include <QSystemTrayIcon>
#include <QWidget>

namespace Linescope {

namespace {

constexpr int refreshDelay = 500; // ms: trays of some desktops are slow
constexpr int notificationTime = 10'000;

// A badge of its own colours, with a rim: read on light and on dark panels.
void paintNumber(QPainter *painter, int size, const QString &number)
{
    constexpr QColor ground(0xc4, 0x2b, 0x1c);
    const qreal height = size * 0.62;
    QFont font = QApplication::font();
    font.setBold(true);
    font.setPixelSize(qRound(height * 0.92));
    const qreal wanted = QFontMetricsF(font).horizontalAdvance(number);
    const qreal most = size - 3;
    if (wanted > most)
        font.setStretch(std::max(50, int(100 * most / wanted)));
    const qreal width = std::min<qreal>(size, std::max(height, std::min(wanted, most) + size * 0.14));
    const QRectF badge(size - width, size - height, width, height);
    painter->setPen(QPen(Qt::white, std::max(1.0, size / 24.0)));
    painter->setBrush(ground);
    painter->drawRoundedRect(badge.adjusted(0.5, 0.5, -0.5, -0.5), height * 0.3, height * 0.3);
    painter->setFont(font);
    painter->setPen(Qt::white);
    painter->drawText(badge, Qt::AlignCenter, number);
}

} // namespace

Tray::Tray(LiveWorld *live, QWidget *window, QObject *parent)
    : QObject(parent)
    , m_live(live)
    , m_window(window)
    , m_menu(std::make_unique<QMenu>())
{
    m_toggle = m_menu->addAction(tr("&Hide Linescope"), this, &Tray::toggleWindow);
    m_pause = m_menu->addAction(tr("&Pause the view"));
    m_pause->setCheckable(true);
    connect(m_pause, &QAction::triggered, live, &LiveWorld::setPaused);
    m_menu->addSeparator();
    m_menu->addAction(tr("&Quit"), qApp, &QCoreApplication::quit);
    connect(m_menu.get(), &QMenu::aboutToShow, this, &Tray::updateMenu);

    m_delay.setSingleShot(true);
    m_delay.setInterval(refreshDelay);
    connect(&m_delay, &QTimer::timeout, this, &Tray::refresh);
    const auto later = [this] {
        if (m_icon && !m_delay.isActive())
            m_delay.start();
    };
    connect(live, &LiveWorld::advanced, this, later);
    connect(live, &LiveWorld::reset, this, later);
}

Tray::~Tray() = default;

bool Tray::isShown() const { return m_icon != nullptr; }

void Tray::setShown(bool shown)
{
    shown = shown && QSystemTrayIcon::isSystemTrayAvailable();
    if (shown == isShown())
        return;
    if (!shown)
        return m_icon.reset();
    m_icon = std::make_unique<QSystemTrayIcon>();
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            toggleWindow();
    });
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, [this] {
        if (!m_window->isVisible())
            toggleWindow();
        m_window->activateWindow();
    });
    m_number = QStringLiteral("?"); // no number yet
    refresh();
    m_icon->show();
}

void Tray::notify(const QString &sentence)
{
    if (m_icon)
        m_icon->showMessage(QApplication::applicationDisplayName(), notificationText(sentence),
                            QSystemTrayIcon::Warning, notificationTime);
}

// Entities would be shown as such where nothing is read: other characters that look alike are safe in both cases.
QString Tray::notificationText(const QString &sentence)
{
    return visibleText(sentence).replace(u'<', u'\u2039').replace(u'>', u'\u203a').replace(u'&', u'\uff06');
}

QString Tray::toolTip() const
{
    return tr("%n retained handle(s)", nullptr, int(m_live->world().totals().retainedHandles));
}

void Tray::refresh()
{
    if (!m_icon)
        return;
    const quint32 retained = m_live->world().totals().retainedHandles;
    m_icon->setProperty("toolTip", toolTip());
    if (const QString number = numberText(retained); number != m_number) {
        m_number = number;
        m_icon->setIcon(iconFor(retained));
    }
}

void Tray::toggleWindow()
{
    m_window->setVisible(!m_window->isVisible());
    if (m_window->isVisible()) {
        m_window->raise();
        m_window->activateWindow();
    }
}

void Tray::updateMenu()
{
    m_toggle->setText(m_window->isVisible() ? tr("&Hide Linescope") : tr("&Show Linescope"));
    m_pause->setChecked(m_live->isPaused());
}

QString Tray::numberText(quint32 retained)
{
    if (retained == 0)
        return {};
    if (retained < 1'000)
        return QString::number(retained);
    if (retained < 1'000'000)
        return QString::number(retained / 1'000) + u'k';
    return QString::number(retained / 1'000'000) + u'M';
}

QIcon Tray::iconFor(quint32 retained)
{
    const QIcon plain(QStringLiteral(":/icons/linescope.svg"));
    const QString number = numberText(retained);
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 44, 48, 64}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.drawPixmap(0, 0, plain.pixmap(size, size));
        if (!number.isEmpty())
            paintNumber(&painter, size, number);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace Linescope
