// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What was done by hand, and whether the log of it is as it was written. Follows the file.
#pragma once

#include "audit/auditfile.h"
#include "models/auditmodel.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;

namespace Linescope {

class EmptyNote;
class LiveWorld;

class AuditDialog : public QDialog {
    Q_OBJECT

public:
    AuditDialog(const QString &file, const LiveWorld *live, QWidget *parent = nullptr);

    AuditModel *model() const { return m_model; }
    QTreeView *table() const { return m_table; }
    QLineEdit *searchField() const { return m_search; }
    QString verdict() const; // a sentence
    QString flaws() const;   // one a line
    QString fingerprint() const { return QString::fromLatin1(m_reading.lastHash); }

    // The rows that are shown, as they are shown: .json, else CSV.
    void exportTo(const QString &path);

Q_SIGNALS:
    void checked(); // the file has been read

private:
    struct Content;

    QWidget *makeButtons();
    void makeTable();
    void look();
    void read();
    void take(const Content &content);
    void tellVerdict();

    const QString m_file;
    const LiveWorld *m_live;
    AuditReading m_reading;
    std::deque<AuditRow> m_rows;
    QTimer m_look;
    qint64 m_size = -2; // of the file that was read
    qint64 m_time = 0;
    bool m_isReading = false;

    AuditModel *m_model;
    QSortFilterProxyModel *m_found;
    QLabel *m_verdict;
    QLineEdit *m_search;
    QTreeView *m_table;
    EmptyNote *m_empty = nullptr;
    QPlainTextEdit *m_flaws;
    QLabel *m_place;
    QPushButton *m_export = nullptr;
    QPushButton *m_copy = nullptr;
};

} // namespace Linescope
