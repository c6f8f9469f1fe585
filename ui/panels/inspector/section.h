// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A part of a panel under a title that folds it away.
#pragma once

#include <QWidget>

class QToolButton;

namespace Linescope {

class Section : public QWidget {
    Q_OBJECT

public:
    // `name` is for settings, not translated. Takes the content.
    Section(const QString &name, const QString &title, QWidget *content, QWidget *parent = nullptr);

    QString name() const { return m_name; }
    void setTitle(const QString &title);
    bool isOpen() const { return m_open; }
    void setOpen(bool open);

Q_SIGNALS:
    void toggled(bool open);

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateLook();

    QString m_name;
    QToolButton *m_header;
    QWidget *m_content;
    bool m_open = true;
};

} // namespace Linescope
