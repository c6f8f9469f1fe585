// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where and how to record.
#pragma once

#include "dialogs/forms.h"
#include "journal/recorder.h"

class QSpinBox;

namespace Linescope {

class RecordingDialog : public FormDialog {
    Q_OBJECT

public:
    explicit RecordingDialog(const RecordingOptions &last, QWidget *parent = nullptr);
    RecordingOptions options() const; // its source is not asked for

private:
    void browse();
    void followCompression();
    void check();
    QString problem() const;

    const RecordingOptions m_last;
    QLineEdit *m_file;
    QCheckBox *m_compressed;
    QCheckBox *m_masked;
    QCheckBox *m_rolls;
    QSpinBox *m_megabytes;
    QSpinBox *m_keep;
};

} // namespace Linescope
