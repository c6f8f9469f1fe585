// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A frame with a ground of its own around what asks for attention, or around what does not.
#pragma once

#include <QFrame>

namespace Linescope {

class Card : public QFrame {
    Q_OBJECT

public:
    using QFrame::QFrame;

    void setAttention(bool attention);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_attention = false;
};

} // namespace Linescope
