// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The card of the first start: where to begin.
#pragma once

#include <QDialog>

class QCheckBox;
class QCommandLinkButton;

namespace Linescope {

class Settings;

class WelcomeDialog : public QDialog {
    Q_OBJECT

public:
    explicit WelcomeDialog(Settings *settings, QWidget *parent = nullptr);

    static bool isWanted(const Settings &settings); // until the user has said not to show it again
    void setSimulatorRunning(bool running);

    void done(int result) override;

Q_SIGNALS:
    void tourWanted();
    void simulatorWanted();
    void connectWanted();

protected:
    bool event(QEvent *event) override;

private:
    QCommandLinkButton *addChoice(const QString &icon, const QString &title, const QString &text,
                                  void (WelcomeDialog::*signal)());

    Settings *m_settings;
    QCommandLinkButton *m_simulator;
    QCheckBox *m_notAgain;
};

} // namespace Linescope
