// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/connectiontrial.h"

#include "support/text.h"
#include "support/theme/theme.h"

#include <utility>

namespace Linescope {

ConnectionTrial::ConnectionTrial(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    hide();
}

void ConnectionTrial::start(const ConnectionRequest &request)
{
    forget();
    if (!m_try)
        return;
    m_trying = new QObject(this);
    setTextColor(this, palette().color(QPalette::WindowText));
    setText(tr("Testing…"));
    show();
    m_try(request.url, request.secret, m_trying, [this](bool works, QStringList sentences) {
        for (QString &sentence : sentences)
            sentence = visibleText(sentence);
        m_works = works;
        setTextColor(this, toneColor(works ? Tone::Good : Tone::Bad, palette()));
        setText(sentences.join(u'\n'));
        Q_EMIT ended();
    });
}

void ConnectionTrial::forget()
{
    delete std::exchange(m_trying, nullptr);
    m_works = false;
    hide();
}

} // namespace Linescope
