// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What helps people with the window: command palette, shortcuts, help, about, the guided tour, presenter mode, and the
// offer of a first start. MainWindow makes one and needs to know no more.
#pragma once

#include "guide/commandpalette.h"

#include <QObject>
#include <QPointer>

class QKeyEvent;

namespace Linescope {

class Clock;
class HelpWindow;
class MainWindow;
class Presenter;
class Settings;
class Shortcuts;
class Tour;
class WelcomeDialog;

class Guide : public QObject {
    Q_OBJECT

public:
    // After the window's menus are made. Settings and clock must outlive it.
    Guide(MainWindow *window, Settings *settings, Clock *clock);
    ~Guide() override;

    CommandPalette *palette() const { return m_palette; }
    Shortcuts *shortcuts() const { return m_shortcuts; }
    Presenter *presenter() const { return m_presenter; }
    Tour *tour() const;             // none unless it is open
    HelpWindow *helpWindow() const; // none unless it was opened

    // What {{name}} in the pages of the help stands for.
    void setHelpText(const QString &name, const std::function<QString()> &text) { m_helpTexts.insert(name, text); }

    // Of a window whose own clock is a simulated one: what people watch goes by this one.
    void setWatcherClock(Clock *clock);

public Q_SLOTS:
    void showHelp(); // the page about the view that has the focus
    void showHelpPage(const QString &name);
    void startTour();
    WelcomeDialog *offerTour(); // the card of the first start
    void offerTourOnce();       // unless the user has said not to

Q_SIGNALS:
    void maskingWanted(bool masked); // names and numbers, while presenting

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    HelpWindow *windowsHelp(); // the one of the window itself
    HelpWindow *makeHelpWindow(QWidget *parent) const;
    bool answerInDialog(QWidget *widget, const QKeyEvent &event);
    void closeTour();
    void makePalette();
    void makePresenter();
    void connectActions();
    QString shortcutTable() const;
    QString commandOf(const QKeySequence &keys) const;

    MainWindow *m_window;
    Settings *m_settings;
    Clock *m_clock;
    Shortcuts *m_shortcuts;
    CommandPalette *m_palette;
    Presenter *m_presenter = nullptr;
    QHash<QString, std::function<QString()>> m_helpTexts;
    QPointer<HelpWindow> m_help;
    QPointer<Tour> m_tour;
    QPointer<WelcomeDialog> m_welcome;
};

} // namespace Linescope
