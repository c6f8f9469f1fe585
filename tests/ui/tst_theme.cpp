// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Everything can be read in every scheme, with every set of colours, by everybody.

#include "panels/inspector/pill.h"
#include "support/theme/theme.h"
#include "tapi/names.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleOption>
#include <QTest>
#include <QToolButton>

#include <array>
#include <cmath>

namespace Linescope::Test {

namespace {

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

// How colours are seen with no, and with full colour blindness of each kind (Machado, Oliveira, Fernandes 2009).
struct Eyes {
    const char *name;
    Matrix matrix;
};
constexpr Eyes everybody[] = {
    {"all cones", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    {"protanopia",
     {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    {"deuteranopia",
     {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    {"tritanopia",
     {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}},
};

// CIE L*a*b* of what is seen.
Vector seen(const QColor &color, const Matrix &eyes)
{
    const auto linear = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    const Vector light{linear(color.redF()), linear(color.greenF()), linear(color.blueF())};
    Vector rgb;
    for (size_t i = 0; i < 3; ++i)
        rgb[i] = std::clamp(eyes[i][0] * light[0] + eyes[i][1] * light[1] + eyes[i][2] * light[2], 0.0, 1.0);
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
    const double y = f(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
    const double z = f((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const Vector &a, const Vector &b) { return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]); }

QImage shapeImage(CallState state, int size)
{
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    drawStateShape(&painter, state, QRectF(0, 0, size, size), Qt::black);
    return image;
}

int differentPixels(const QImage &a, const QImage &b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            count += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 80;
    }
    return count;
}

QImage grabOf(QWidget &widget)
{
    QImage image(widget.size(), QImage::Format_RGB32);
    widget.render(&image);
    return image;
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)"))); }
    void cleanup() { applyTheme({}); }

    void everyPairCanBeRead_data();
    void everyPairCanBeRead();
    void everyStateCanBeRead_data();
    void everyStateCanBeRead();
    void anyColourOfAStateCanBeRead();
    void safeColoursAreToldApartByEverybody_data();
    void safeColoursAreToldApartByEverybody();
    void everyStateHasAShapeOfItsOwn();
    void everyGroundIsRecognised();
    void everyWidgetFollowsTheColoursOfStates();
    void aPillFollowsTheSizeOfText();
    void fontAndScaleAreUndone();
    void highContrastFramesCanBeSeen_data();
    void highContrastFramesCanBeSeen();
    void anEmptyCheckBoxCanBeSeen_data();
    void anEmptyCheckBoxCanBeSeen();
    void lessMotionMeansNoAnimation();
    void anArrowIsMirroredWithItsText_data();
    void anArrowIsMirroredWithItsText();
    void aHeaderThatIsTooNarrowEndsInDots();

private:
    static void addGrounds();
};

void TestTheme::addGrounds()
{
    QTest::addColumn<QPalette>("palette");
    QTest::addRow("light") << lightPalette();
    QTest::addRow("dark") << darkPalette();
    QTest::addRow("contrast") << highContrastPalette();
}

void TestTheme::everyPairCanBeRead_data() { addGrounds(); }

void TestTheme::everyPairCanBeRead()
{
    QFETCH(QPalette, palette);
    using P = QPalette;
    const std::pair<P::ColorRole, P::ColorRole> roles[] = {
        {P::WindowText, P::Window},
        {P::WindowText, P::Base},
        {P::Text, P::Base},
        {P::Text, P::AlternateBase},
        {P::Text, P::Window},
        {P::ButtonText, P::Button},
        {P::HighlightedText, P::Highlight},
        {P::ToolTipText, P::ToolTipBase},
        {P::PlaceholderText, P::Base},
        {P::Link, P::Base},
        {P::Link, P::Window},
        {P::LinkVisited, P::Base},
    };
    for (const auto group : {P::Active, P::Inactive}) {
        for (const auto &[text, ground] : roles)
            QVERIFY2(contrastRatio(palette.color(group, text), palette.color(group, ground)) >= 4.5,
                     qPrintable(QStringLiteral("%1 on %2").arg(text).arg(ground)));
    }
    for (const Tone tone : {Tone::Good, Tone::Bad, Tone::Attention, Tone::Link, Tone::Muted}) {
        const QColor text = toneColor(tone, palette);
        for (const auto role : {P::Base, P::AlternateBase, P::Window})
            QVERIFY2(contrastRatio(text, palette.color(role)) >= 4.5,
                     qPrintable(QStringLiteral("tone %1 on %2").arg(int(tone)).arg(role)));
        QVERIFY2(contrastRatio(text, toneColor(Tone::Card, palette)) >= 4.5, qPrintable(QString::number(int(tone))));
    }
    const QColor words = palette.color(P::WindowText);
    for (const Tone ground : {Tone::Card, Tone::AttentionCard, Tone::Badge})
        QVERIFY(contrastRatio(words, toneColor(ground, palette)) >= 4.5);
    for (const Tone text : {Tone::Attention, Tone::Muted})
        QVERIFY(contrastRatio(toneColor(text, palette), toneColor(Tone::AttentionCard, palette)) >= 4.5);
    const StateStyle retained = retainedStyle(palette);
    QVERIFY(contrastRatio(retained.background, retained.text) >= 4.5);
}

void TestTheme::everyStateCanBeRead_data()
{
    QTest::addColumn<int>("set");
    QTest::addColumn<QPalette>("palette");
    for (const auto set : {StateColorSet::Standard, StateColorSet::ColorBlindSafe}) {
        const char *name = set == StateColorSet::Standard ? "standard" : "colour-blind safe";
        QTest::addRow("%s, light", name) << int(set) << lightPalette();
        QTest::addRow("%s, dark", name) << int(set) << darkPalette();
        QTest::addRow("%s, contrast", name) << int(set) << highContrastPalette();
    }
}

void TestTheme::everyStateCanBeRead()
{
    QFETCH(int, set);
    QFETCH(QPalette, palette);
    Appearance appearance;
    appearance.stateColors = StateColorSet(set);
    applyTheme(appearance);
    for (const auto &[state, name] : namesOf<CallState>()) {
        const StateStyle style = stateStyle(state, palette);
        QVERIFY2(contrastRatio(style.background, style.text) >= 4.5, name);
        // As a bar of a diagram.
        QVERIFY2(contrastRatio(style.background, palette.color(QPalette::Base)) >= 3, name);
        QVERIFY(style.background == defaultStateColor(state, StateColorSet(set), groundOf(palette)));
    }
}

void TestTheme::anyColourOfAStateCanBeRead()
{
    for (int red = 0; red < 256; red += 15) {
        for (int green = 0; green < 256; green += 15) {
            for (int blue = 0; blue < 256; blue += 15) {
                const QColor ground(red, green, blue);
                QVERIFY2(contrastRatio(ground, readableOn(ground)) >= 4.5, qPrintable(ground.name()));
            }
        }
    }
    Appearance appearance;
    appearance.ownStateColors.insert(CallState::Busy, qRgb(0x77, 0x77, 0x77)); // between black and white
    applyTheme(appearance);
    const StateStyle style = stateStyle(CallState::Busy, darkPalette());
    QCOMPARE(style.background, QColor(0x77, 0x77, 0x77));
    QVERIFY(contrastRatio(style.background, style.text) >= 4.5);
}

void TestTheme::safeColoursAreToldApartByEverybody_data()
{
    QTest::addColumn<int>("ground");
    QTest::addRow("light") << int(Ground::Light);
    QTest::addRow("dark") << int(Ground::Dark);
    QTest::addRow("contrast") << int(Ground::HighContrast);
}

void TestTheme::safeColoursAreToldApartByEverybody()
{
    QFETCH(int, ground);
    constexpr CallState families[] = {CallState::Idle,     CallState::Offering,     CallState::Dialing,
                                      CallState::Ringback, CallState::Connected,    CallState::OnHold,
                                      CallState::Busy,     CallState::Disconnected, CallState::Unknown};
    for (const auto &eyes : everybody) {
        for (const CallState a : families) {
            for (const CallState b : families) {
                if (a >= b)
                    continue;
                const auto look = [&](CallState state) {
                    return seen(defaultStateColor(state, StateColorSet::ColorBlindSafe, Ground(ground)), eyes.matrix);
                };
                QVERIFY2(distance(look(a), look(b)) >= 20,
                         qPrintable(QStringLiteral("%1 and %2 with %3: %4")
                                        .arg(stateText(a), stateText(b), QString::fromLatin1(eyes.name))
                                        .arg(distance(look(a), look(b)))));
            }
        }
    }
}

void TestTheme::everyStateHasAShapeOfItsOwn()
{
    const auto states = namesOf<CallState>();
    QCOMPARE(states.size(), 16U);
    QImage blank = shapeImage(CallState::Idle, 20);
    blank.fill(Qt::white);
    for (size_t i = 0; i < states.size(); ++i) {
        const QImage one = shapeImage(states[i].value, 20);
        QVERIFY2(differentPixels(one, blank) > 30, states[i].name);
        for (size_t j = 0; j < i; ++j)
            QVERIFY2(differentPixels(one, shapeImage(states[j].value, 20)) >= 12,
                     qPrintable(stateText(states[i].value) + u' ' + stateText(states[j].value)));
    }
}

void TestTheme::everyGroundIsRecognised()
{
    QCOMPARE(groundOf(lightPalette()), Ground::Light);
    QCOMPARE(groundOf(darkPalette()), Ground::Dark);
    QCOMPARE(groundOf(highContrastPalette()), Ground::HighContrast);
    QVERIFY(isDark(highContrastPalette()));
    for (const auto scheme : {ColorScheme::System, ColorScheme::Light, ColorScheme::Dark, ColorScheme::HighContrast})
        QCOMPARE(colorSchemeFromString(colorSchemeName(scheme)), scheme);
}

void TestTheme::everyWidgetFollowsTheColoursOfStates()
{
    Appearance appearance;
    appearance.scheme = ColorScheme::Light;
    applyTheme(appearance);
    Pill pill;
    pill.showState(CallState::Connected);
    pill.resize(pill.sizeHint());
    pill.show(stateText(CallState::Connected), stateStyle(CallState::Connected, pill.palette())); // as shown before
    pill.showState(CallState::Connected);
    const auto ground = [&] { return QColor(grabOf(pill).pixel(pill.width() - 6, pill.height() / 2)); };
    QCOMPARE(ground(), defaultStateColor(CallState::Connected, StateColorSet::Standard, Ground::Light));
    appearance.stateColors = StateColorSet::ColorBlindSafe;
    applyTheme(appearance);
    QCOMPARE(ground(), defaultStateColor(CallState::Connected, StateColorSet::ColorBlindSafe, Ground::Light));
    appearance.ownStateColors.insert(CallState::Connected, qRgb(1, 2, 3));
    applyTheme(appearance);
    QCOMPARE(ground(), QColor(1, 2, 3));
    appearance.ownStateColors.clear();
    appearance.scheme = ColorScheme::HighContrast;
    applyTheme(appearance);
    QTRY_COMPARE(ground(),
                 defaultStateColor(CallState::Connected, StateColorSet::ColorBlindSafe, Ground::HighContrast));
}

void TestTheme::aPillFollowsTheSizeOfText()
{
    Pill pill;
    pill.showState(CallState::Connected);
    const int before = pill.sizeHint().height();
    Appearance appearance;
    appearance.scale = 200;
    applyTheme(appearance);
    QTRY_VERIFY(pill.sizeHint().height() > before * 3 / 2);
    applyTheme({});
    QTRY_COMPARE(pill.sizeHint().height(), before);
}

void TestTheme::fontAndScaleAreUndone()
{
    const QFont before = QApplication::font();
    Appearance appearance;
    appearance.fontSize = 20;
    appearance.scale = 150;
    applyTheme(appearance);
    QCOMPARE(QApplication::font().pointSizeF(), 30.0);
    applyTheme({});
    QCOMPARE(QApplication::font(), before);
}

void TestTheme::highContrastFramesCanBeSeen_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addRow("high contrast") << false;
}

void TestTheme::highContrastFramesCanBeSeen()
{
    applyColorScheme(ColorScheme::HighContrast);
    QPushButton button(QStringLiteral("OK"));
    QLineEdit line;
    QCheckBox check(QStringLiteral("x"));
    for (QWidget *widget : std::initializer_list<QWidget *>{&button, &line, &check}) {
        widget->resize(widget->sizeHint());
        const QImage image = grabOf(*widget);
        int white = 0;
        for (int x = 0; x < image.width(); ++x) {
            for (int y = 0; y < image.height(); ++y)
                white += qGray(image.pixel(x, y)) > 200;
        }
        QVERIFY2(white >= 40, widget->metaObject()->className());
    }
}

// Its outline was a shade of the window's colour: on a dark one hard to see.
void TestTheme::anEmptyCheckBoxCanBeSeen_data()
{
    QTest::addColumn<ColorScheme>("scheme");
    QTest::addColumn<bool>("round");
    for (const auto scheme : {ColorScheme::Light, ColorScheme::Dark, ColorScheme::HighContrast}) {
        for (const bool round : {false, true})
            QTest::addRow("%s, %s", qPrintable(colorSchemeName(scheme)), round ? "radio button" : "check box")
                << scheme << round;
    }
}

void TestTheme::anEmptyCheckBoxCanBeSeen()
{
    QFETCH(ColorScheme, scheme);
    QFETCH(bool, round);
    applyColorScheme(scheme);
    for (const auto ground : {QPalette::Window, QPalette::Base}) { // in a dialog, in a list
        for (const QStyle::State state : {QStyle::State_Enabled | QStyle::State_Off,
                                          QStyle::State_Enabled | QStyle::State_Off | QStyle::State_MouseOver}) {
            QStyleOptionButton option;
            option.palette = QApplication::palette();
            option.rect = QRect(3, 3, 14, 14);
            option.state = state;
            const QColor around = option.palette.color(ground);
            QImage image(20, 20, QImage::Format_RGB32);
            image.fill(around);
            QPainter painter(&image);
            QApplication::style()->drawPrimitive(round ? QStyle::PE_IndicatorRadioButton : QStyle::PE_IndicatorCheckBox,
                                                 &option, &painter);
            painter.end();
            const auto hasOutline = [&](QPoint from, QPoint step) { // before its middle
                for (int i = 0; i < 5; ++i) {
                    if (contrastRatio(QColor(image.pixel(from + i * step)), around) >= 3)
                        return true;
                }
                return false;
            };
            QVERIFY(hasOutline({0, 9}, {1, 0}));
            QVERIFY(hasOutline({19, 9}, {-1, 0}));
            QVERIFY(hasOutline({9, 0}, {0, 1}));
            QVERIFY(hasOutline({9, 19}, {0, -1}));
        }
    }
}

void TestTheme::lessMotionMeansNoAnimation()
{
    applyTheme({});
    QVERIFY(!motionIsReduced());
    Appearance appearance;
    appearance.reducedMotion = true;
    applyTheme(appearance);
    QVERIFY(motionIsReduced());
    QCOMPARE(QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration), 0);
}

// Qt left the arrow where it is, far from its text.
void TestTheme::anArrowIsMirroredWithItsText_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<bool>("onTheLeft");
    QTest::addRow("left to right") << Qt::LeftToRight << true;
    QTest::addRow("right to left") << Qt::RightToLeft << false;
}

void TestTheme::anArrowIsMirroredWithItsText()
{
    QFETCH(Qt::LayoutDirection, direction);
    applyTheme({});
    QToolButton button;
    button.setLayoutDirection(direction);
    button.setAutoRaise(true);
    button.setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button.setArrowType(Qt::DownArrow);
    button.setText(QStringLiteral("A"));
    button.resize(200, 30);
    const QImage image = button.grab().toImage();
    const auto hasInk = [&](int from, int to) {
        for (int x = from; x < to; ++x) {
            for (int y = 4; y < image.height() - 4; ++y) {
                if (image.pixel(x, y) != image.pixel(image.width() / 2, 4))
                    return true;
            }
        }
        return false;
    };
    QTEST(hasInk(4, 20), "onTheLeft");
    QCOMPARE(hasInk(180, 196), direction == Qt::RightToLeft);
}

// "Application" in a narrow column read "Applicati".
void TestTheme::aHeaderThatIsTooNarrowEndsInDots()
{
    applyTheme({});
    const auto drawn = [](const QString &text) {
        QStyleOptionHeader option;
        option.orientation = Qt::Horizontal;
        option.fontMetrics = QFontMetrics(QApplication::font());
        option.rect = QRect(0, 0, 60, 24);
        option.text = text;
        QImage image(60, 24, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        QApplication::style()->drawControl(QStyle::CE_HeaderLabel, &option, &painter);
        painter.end();
        return image;
    };
    const QString full = QStringLiteral("Application and more");
    const QString dots = QFontMetrics(QApplication::font()).elidedText(full, Qt::ElideRight, 60);
    QVERIFY(dots.endsWith(QChar(0x2026)));
    QCOMPARE(drawn(full), drawn(dots));
    QVERIFY(drawn(dots) != drawn(dots.chopped(1)));
}

} // namespace Linescope::Test

QTEST_MAIN(Linescope::Test::TestTheme)
#include "tst_theme.moc"
