// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One finding in full: the rule, what was found, the events that show it, what can be done with it.
#pragma once

#include "models/findings/findingsmodel.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace Linescope {

class FindingDetails : public QWidget {
    Q_OBJECT

public:
    explicit FindingDetails(std::function<QString(quint64)> describe, QWidget *parent = nullptr);

    void show(const FindingsModel::Item *item, const QString &mutedBecause, bool isMuted); // none: what to do

Q_SIGNALS:
    void messageWanted();
    void momentWanted();
    void subjectWanted();
    void muteWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    QString evidenceText(const Evidence &evidence) const;
    void paintTones();

    std::function<QString(quint64)> m_describe;
    QLabel *m_heading;
    QLabel *m_text;
    QLabel *m_evidence;
    QLabel *m_rule;
    QPushButton *m_moment;
    QPushButton *m_message;
    QPushButton *m_subject;
    QPushButton *m_mute;
    Severity m_severity = Severity::Info;
};

} // namespace Linescope
