// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Close line: as which application, or as the provider; and what would die, before it is done.
#pragma once

#include "server/voidpreview.h"

#include <QDialog>

class QButtonGroup;
class QLabel;
class QTableWidget;

namespace Linescope {

class CloseLineDialog : public QDialog {
    Q_OBJECT

public:
    static constexpr qsizetype MaxRows = 500; // of the preview's table; the summary counts all

    struct Choice {
        HLine line; // none: as the provider
        bool asProvider = false;
    };

    // `suggested`: the HLINE chosen at first, if it is one of the device's.
    CloseLineDialog(const World &world, DeviceId device, HLine suggested, bool providerCan,
                    const ServerOptions &options = {}, QWidget *parent = nullptr);

    Choice choice() const;
    QString summary() const;

private:
    struct Option { // one of the choices, and what it would do
        Choice choice;
        QString summary;
        QString warning;
        QList<QStringList> rows;
    };
    void addOption(const World &world, const QString &text, const Choice &choice, const VoidPreview &preview,
                   const QString &toolTip);
    void makeTable();
    void showPreview();
    QString summaryOf(const VoidPreview &preview) const;
    QStringList rowOf(const World &world, const DyingHandle &dying) const;

    QList<Option> m_options;
    QButtonGroup *m_group;
    QLabel *m_summary;
    QLabel *m_warning;
    QTableWidget *m_table;
};

} // namespace Linescope
