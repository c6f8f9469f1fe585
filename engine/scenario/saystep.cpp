// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario/saystep.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

bool matches(const QString &text, const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

void readTexts(Decoder &decoder, const QJsonObject &texts, const QString &language, QString &out)
{
    if (!texts.contains(u"en"_s)) {
        decoder.complain(u"say"_s, Decoder::tr("A caption in several languages has a text in \"en\"."));
        return;
    }
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        if (!matches(it.key(), u"[a-z]{2,3}"_s))
            decoder.complain(u"say"_s, Decoder::tr("\"%1\" is not the code of a language.").arg(it.key().left(60)));
        QString text;
        if (decoder.read(u"say"_s, it.value(), text) && (it.key() == language || out.isEmpty()))
            out = text;
    }
    if (!texts.contains(language))
        out = texts.value(u"en"_s).toString();
}

} // namespace

SayStep decodeSay(Decoder &decoder, const QJsonObject &json, const QString &language)
{
    SayStep step;
    decoder.allowOnly(json, {u"say"_s, u"hold"_s, u"about"_s, u"view"_s});
    const QJsonValue say = json.value(u"say"_s);
    if (say.isObject())
        readTexts(decoder, say.toObject(), language, step.text);
    else
        decoder.read(u"say"_s, say, step.text);
    if (Microseconds hold = 0; json.contains(u"hold"_s) && decoder.readDuration(u"hold"_s, json.value(u"hold"_s), hold))
        step.hold = hold;
    if (json.contains(u"about"_s) && decoder.read(u"about"_s, json.value(u"about"_s), step.about)) {
        const Names &names = decoder.names;
        if (!names.call(step.about) && !names.line(step.about) && !names.app(step.about))
            decoder.complain(
                u"about"_s,
                Decoder::tr("\"%1\" is not the name of a handle, a line or an application.").arg(step.about.left(60)));
    }
    if (json.contains(u"view"_s) && decoder.read(u"view"_s, json.value(u"view"_s), step.view)
        && !matches(step.view, u"[a-z]{1,40}"_s))
        decoder.complain(u"view"_s, Decoder::tr("A view is a word in small letters."));
    return step;
}

} // namespace Linescope::Scenarios
