// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guide/tour.h"

#include "guide/captionbar.h"
#include "guide/guide.h"
#include "mainwindow/mainwindow.h"
#include "panels/noticebar.h"
#include "scenario/scenarioreader.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTextEdit>
#include <QToolBar>
#include <QToolButton>

namespace Linescope {

namespace {

const auto story = QStringLiteral(":/scenarios/tour/life-of-a-call-handle.scenario.json");

// Part of the program: a mistake in it is one of ours, and is told instead of a caption.
Scenarios::Scenario readStory()
{
    const auto scenario = Scenarios::readScenarioFile(story);
    return scenario ? *scenario : Scenarios::Scenario();
}

bool takesLetters(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QTextEdit *>(widget)
        || qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QComboBox *>(widget);
}

} // namespace

Tour::Tour(const Settings &settings, Clock *clock, QObject *parent)
    : QObject(parent)
    , m_settings(m_folder.filePath(QStringLiteral("tour.ini")))
    , m_feed(1 << 20, [this] { m_live.wakeUp(); })
    , m_live(&m_feed)
{
    Preferences preferences = settings.preferences();
    preferences.ghostSeconds = 30; // long enough to be read about
    m_settings.setPreferences(preferences);
    m_player = std::make_unique<TourPlayer>(readStory(), clock, &m_feed);
    makeWindow(clock);
    connectPlayer();
    qApp->installEventFilter(this);
}

Tour::~Tour() = default;

void Tour::makeWindow(Clock *clock)
{
    m_window = std::make_unique<MainWindow>(&m_engine, &m_live, &m_settings, m_player->worldClock());
    m_window->setProperty("isTour", true);
    m_window->actions()->freeze(tr("The tour plays by itself."));
    m_window->guide()->setWatcherClock(clock);
    connect(m_window->actions()->at(ActionId::Tour), &QAction::triggered, m_player.get(), [this] {
        m_player->restart();
        m_player->play();
    });

    m_captions = new CaptionBar;
    auto *bar = new QToolBar(tr("Captions"));
    bar->setObjectName(QStringLiteral("captions"));
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->addWidget(m_captions);
    m_captions->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_window->addToolBar(Qt::BottomToolBarArea, bar);
    connect(m_captions, &CaptionBar::playPauseWanted, m_player.get(), &TourPlayer::toggle);
    connect(m_captions, &CaptionBar::stepWanted, m_player.get(), &TourPlayer::step);
    connect(m_captions, &CaptionBar::restartWanted, m_player.get(), &TourPlayer::restart);
    connect(m_captions, &CaptionBar::fasterWanted, m_player.get(), &TourPlayer::faster);
    connect(m_captions, &CaptionBar::slowerWanted, m_player.get(), &TourPlayer::slower);
    connect(m_captions, &CaptionBar::closeWanted, m_window.get(), &QWidget::close);
}

void Tour::connectPlayer()
{
    TourPlayer *player = m_player.get();
    connect(player, &TourPlayer::captionChanged, this, [this](const QString &text) {
        m_about = {};
        m_captions->setCaption(text);
    });
    connect(player, &TourPlayer::playingChanged, m_captions, &CaptionBar::setPlaying);
    connect(player, &TourPlayer::speedChanged, m_captions, &CaptionBar::setSpeed);
    connect(player, &TourPlayer::progressed, this, &Tour::showProgress);
    connect(player, &TourPlayer::aboutChanged, this, &Tour::select);
    connect(player, &TourPlayer::viewWanted, m_window.get(), &MainWindow::showView);
    // What is not on screen yet cannot be selected there.
    connect(&m_live, &LiveWorld::advanced, this, [this] { select(std::exchange(m_about, {})); });
    connect(&m_live, &LiveWorld::reset, this, [this] { select(std::exchange(m_about, {})); });
    m_captions->setCaption(player->caption());
    showProgress();
}

void Tour::start()
{
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
    m_captions->playButton()->setFocus();
    m_live.advanceNow();
    m_player->play();
}

void Tour::showProgress()
{
    m_captions->setPlace(m_player->chapter(), m_player->chapters(),
                         double(m_player->elapsed()) / double(std::max<Microseconds>(1, m_player->length())));
    if (!m_player->failure().isEmpty())
        m_window->tellFailure(m_player->failure());
}

void Tour::select(const TourPlayer::Named &named)
{
    if (named == TourPlayer::Named())
        return;
    Selection wanted;
    wanted.handle = named.handle;
    wanted.line = named.line;
    wanted.app = named.app;
    const World &world = m_live.world();
    if (world.handle(named.handle) || world.line(named.line) || world.app(named.app))
        m_window->sharedSelection()->set(completed(wanted, world));
    else if (m_player->world().handle(named.handle) || m_player->world().line(named.line))
        m_about = named; // will be there with the next frame
}

bool Tour::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window.get() && event->type() == QEvent::Close) {
        m_player->pause();
        Q_EMIT closed();
    }
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType())
        return false;
    const auto *widget = static_cast<QWidget *>(watched);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool plain = !(key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    return widget->window() == m_window.get() && plain && keyPressed(key->key(), widget);
}

// Keys that a widget needs for itself stay its own.
bool Tour::keyPressed(int key, const QWidget *focus)
{
    if (takesLetters(focus))
        return false;
    const bool inBar = m_captions->isAncestorOf(focus);
    switch (key) {
    case Qt::Key_Space:
        if (qobject_cast<const QAbstractButton *>(focus))
            return false;
        m_player->toggle();
        return true;
    case Qt::Key_Right:
        if (!inBar && !m_player->isPlaying()) // somebody looks around
            return false;
        m_player->step();
        return true;
    case Qt::Key_Home:
        if (!inBar)
            return false;
        m_player->restart();
        return true;
    case Qt::Key_Plus:
        m_player->faster();
        return true;
    case Qt::Key_Minus:
        m_player->slower();
        return true;
    case Qt::Key_Escape:
        m_window->close();
        return true;
    default:
        return false;
    }
}

} // namespace Linescope
