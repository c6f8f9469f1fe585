// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delegates/cellpainting.h"
#include "delegates/handledelegate.h"
#include "delegates/linetreedelegate.h"
#include "models/handles/handlemodel.h"
#include "models/linetreemodel.h"
#include "storyteller.h"
#include "support/theme/theme.h"

#include <QPainter>
#include <QRegularExpression>
#include <QStandardItemModel>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;
using Column = HandleModel::Column;

class TestHandleDelegate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    // Word, hatch and stroke, never colour alone: the difference is still there without colours.
    void everyLifeLooksDifferent_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::addColumn<Column>("column");
        QTest::addRow("state, light") << lightPalette() << Column::State;
        QTest::addRow("state, dark") << darkPalette() << Column::State;
        QTest::addRow("line, light") << lightPalette() << Column::Line;
        QTest::addRow("line, dark") << darkPalette() << Column::Line;
    }
    void everyLifeLooksDifferent()
    {
        QFETCH(QPalette, palette);
        QFETCH(Column, column);
        Scene scene;
        const QImage live = scene.paint(column, palette).convertToFormat(QImage::Format_Grayscale8);
        scene.story.says(scene.call, CallState::Idle);
        scene.story.tells();
        const QImage retained = scene.paint(column, palette).convertToFormat(QImage::Format_Grayscale8);
        scene.story.voids(scene.handle);
        scene.story.tells();
        const QImage ghost = scene.paint(column, palette).convertToFormat(QImage::Format_Grayscale8);
        QVERIFY(live != retained);
        QVERIFY(retained != ghost);
        QVERIFY(live != ghost);
    }

    void paintsInsideItsCell_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {0, 3, 20, 60, 300})
            QTest::addRow("%d pixels", width) << width;
    }
    void paintsInsideItsCell()
    {
        QFETCH(int, width);
        Scene scene;
        scene.story.says(scene.call, CallState::Idle); // the widest: a pill, the word retained, the hatch
        scene.story.tells();
        for (int column = 0; column < int(Column::Count); ++column) {
            QImage image(400, 60, QImage::Format_RGB32);
            image.fill(Qt::white);
            const QRect cell(50, 20, width, 22);
            QPainter painter(&image);
            painter.setClipping(false);
            scene.paint(&painter, Column(column), lightPalette(), cell);
            painter.end();
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    QVERIFY(cell.adjusted(-1, 0, 1, 0).contains(x, y) || image.pixel(x, y) == 0xffffffff);
            }
        }
    }

    void aNarrowHandleCellLeavesOutTheHexadecimalName()
    {
        Scene scene;
        const QString name = scene.index(Column::Handle).data().toString();
        const QFontMetrics metrics = scene.option(lightPalette(), {}).fontMetrics;
        const int both = metrics.horizontalAdvance(name);
        const int first = metrics.horizontalAdvance(shortName(scene.handle));
        const auto widthOfText = [&](int cell) {
            return Ink(painted({cell, 22}, Qt::LeftToRight, HandleDelegate(), scene.index(Column::Handle))).right;
        };
        QVERIFY(widthOfText(both + 40) > both - 4);
        QVERIFY(widthOfText(both - 4) <= first + 12); // no dots either
        QVERIFY(widthOfText(both - 4) > 4);
    }

    // In French, "OFFER… nouvelle": the mark left too little room for the word of the state.
    void theMarkOfARowLeavesTheStateItsWord_data()
    {
        QTest::addColumn<FlashBook::Kind>("kind");
        QTest::addColumn<bool>("retained");
        for (const bool retained : {false, true}) {
            const char *life = retained ? "retained" : "live";
            QTest::addRow("new, %s", life) << FlashBook::Kind::New << retained;
            QTest::addRow("changed, %s", life) << FlashBook::Kind::Changed << retained;
        }
    }
    void theMarkOfARowLeavesTheStateItsWord()
    {
        QFETCH(FlashBook::Kind, kind);
        QFETCH(bool, retained);
        Scene scene;
        if (retained)
            scene.story.says(scene.call, CallState::Idle);
        scene.story.tells();
        FlashBook flashes;
        flashes.note(scene.handle, kind, Aspect::Info, 0);
        flashes.setTime(FlashBook::Duration - 1); // the colour has nearly gone
        HandleDelegate flashing;
        flashing.setFlashes(&flashes);
        const QModelIndex index = scene.index(Column::State);
        const int end = Ink(painted({300, 24}, Qt::LeftToRight, HandleDelegate(), index)).right;
        bool isMarked = false;
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            for (int width = end + 2; width < end + 60; ++width) {
                const QImage with = painted({width, 24}, direction, flashing, index);
                const QImage without = painted({width, 24}, direction, HandleDelegate(), index);
                isMarked = false;
                for (int x = 0; x < width; ++x) {
                    const bool isState = direction == Qt::LeftToRight ? x <= end : width - 1 - x <= end;
                    for (int y = 0; y < with.height(); ++y) {
                        const bool differs = qAbs(qGray(with.pixel(x, y)) - qGray(without.pixel(x, y))) > 20;
                        isMarked = isMarked || differs;
                        QVERIFY2(!differs || !isState, qPrintable(u"%1 pixels wide, at %2"_s.arg(width).arg(x)));
                    }
                }
            }
            QVERIFY(isMarked); // where there is room
        }
    }

    void aNarrowCellShowsSomethingOfBothParties_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("end");
        QTest::addRow("a long caller") << u"+33 1 99 00 98 76 54 32 → 1002"_s << u" → 1002"_s;
        QTest::addRow("a long called") << u"1002 → +33 1 99 00 98 76 54 32"_s << u"32"_s;
        QTest::addRow("both long") << u"+33 1 99 00 98 76 54 → +44 20 7946 0018 27"_s << u"27"_s;
        QTest::addRow("nobody called") << u"+33 1 99 00 98 76 54 32 10 11 12 → –"_s << u" → –"_s;
    }

    void aNarrowCellShowsSomethingOfBothParties()
    {
        QFETCH(QString, text);
        QFETCH(QString, end);
        const QFontMetrics metrics{QFont()};
        const int width = metrics.horizontalAdvance(text) * 2 / 3;
        const QString shown = shortenedParties(text, metrics, width);
        QVERIFY2(metrics.horizontalAdvance(shown) <= width, qPrintable(shown));
        QVERIFY2(shown.contains(u'…') && shown.contains(u" → "), qPrintable(shown));
        QCOMPARE(shown.first(2), text.first(2));
        QVERIFY2(shown.endsWith(end), qPrintable(shown));
        QCOMPARE(shortenedParties(u"somebody and no arrow"_s, metrics, 60),
                 metrics.elidedText(u"somebody and no arrow"_s, Qt::ElideRight, 60));
    }

    void theNameOfALineComesBeforeTheWordOfItsBadge()
    {
        const QFontMetrics metrics{QFont()};
        const int name = metrics.horizontalAdvance(u"Line 1"_s);
        QCOMPARE(LineTreeDelegate::retainedText(3, u"Line 1"_s, 10 * name, metrics), u"3 idle"_s);
        QCOMPARE(LineTreeDelegate::retainedText(3, u"Line 1"_s, name + 10, metrics), u"▪ 3"_s);
    }

    // Read from right to left a cell is the other way round, and nothing lies on anything else.
    void aMirroredCellShowsAsMuch_data()
    {
        QTest::addColumn<Column>("column");
        QTest::addColumn<int>("width");
        QTest::addRow("state") << Column::State << 260;
        QTest::addRow("text") << Column::Parties << 260;
        QTest::addRow("text without enough room") << Column::Parties << 60;
    }
    void aMirroredCellShowsAsMuch()
    {
        QFETCH(Column, column);
        QFETCH(int, width);
        Scene scene;
        scene.story.says(scene.call, CallState::Idle);
        scene.story.tells();
        const Ink usual(painted({width, 24}, Qt::LeftToRight, HandleDelegate(), scene.index(column)));
        const Ink mirrored(painted({width, 24}, Qt::RightToLeft, HandleDelegate(), scene.index(column)));
        QVERIFY2(qAbs(usual.pixels - mirrored.pixels) <= usual.pixels / 20, qPrintable(QString::number(usual.pixels)));
        QVERIFY(qAbs(usual.left - (width - 1 - mirrored.right)) <= 2);
        QVERIFY(qAbs(usual.right - (width - 1 - mirrored.left)) <= 2);
    }

    void aMirroredTreeShowsAsMuch()
    {
        QStandardItemModel model(2, 1);
        for (int row = 0; row < 2; ++row) {
            const QModelIndex index = model.index(row, 0);
            model.setData(index, u"Simulator"_s);
            model.setData(index, int(row == 0 ? LineTreeModel::Kind::Provider : LineTreeModel::Kind::Device),
                          LineTreeModel::KindRole);
            model.setData(index, row == 0 ? u"calls come and go"_s : QString(), LineTreeModel::NoteRole);
            model.setData(index, 7, LineTreeModel::CountRole);
            model.setData(index, 2, LineTreeModel::RetainedRole);
            model.setData(index, true, LineTreeModel::UpRole);
        }
        const LineTreeDelegate delegate;
        for (int row = 0; row < 2; ++row) {
            const Ink usual(painted({320, 24}, Qt::LeftToRight, delegate, model.index(row, 0)));
            const Ink mirrored(painted({320, 24}, Qt::RightToLeft, delegate, model.index(row, 0)));
            QVERIFY(qAbs(usual.pixels - mirrored.pixels) <= usual.pixels / 20);
            QVERIFY(qAbs(usual.left - (319 - mirrored.right)) <= 2);
            QVERIFY(qAbs(usual.right - (319 - mirrored.left)) <= 2);
        }
    }

    void showsTheColourOfTheState()
    {
        Scene scene;
        for (const QPalette &palette : {lightPalette(), darkPalette()}) {
            const QRgb pill = stateStyle(CallState::Connected, palette).background.rgb();
            const QImage image = scene.paint(Column::State, palette);
            int found = 0;
            for (int x = 0; x < image.width(); ++x)
                found += image.pixel(x, image.height() / 2) == pill;
            QVERIFY(found > 10);
        }
    }

    void asksForTheRoomItNeeds()
    {
        Scene scene;
        const auto width = [&](Column column) {
            return HandleDelegate().sizeHint(scene.option(lightPalette(), {}), scene.index(column)).width();
        };
        const int live = width(Column::State);
        QVERIFY(live > scene.option(lightPalette(), {}).fontMetrics.horizontalAdvance(u"CONNECTED"_s));
        scene.story.says(scene.call, CallState::Idle);
        scene.story.tells();
        const int retained = width(Column::State);
        QVERIFY(retained > scene.option(lightPalette(), {}).fontMetrics.horizontalAdvance(u"IDLEretained"_s));
    }

private:
    // A cell on white ground.
    static QImage painted(QSize size, Qt::LayoutDirection direction, const QAbstractItemDelegate &delegate,
                          const QModelIndex &index)
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setLayoutDirection(direction); // as a widget does
        QStyleOptionViewItem option = Scene::option(lightPalette(), image.rect());
        option.direction = direction;
        delegate.paint(&painter, option, index);
        return image;
    }
    // What is not ground.
    struct Ink {
        explicit Ink(const QImage &image)
            : left(image.width())
        {
            for (int x = 0; x < image.width(); ++x) {
                for (int y = 0; y < image.height(); ++y) {
                    if (image.pixel(x, y) == 0xffffffff)
                        continue;
                    ++pixels;
                    left = std::min(left, x);
                    right = x;
                }
            }
        }
        int pixels = 0;
        int left;
        int right = -1;
    };
    // One handle on a connected call.
    struct Scene {
        Scene()
        {
            story.provider(u"Simulator"_s);
            const DeviceId device = story.device(u"Line 1"_s);
            const HLine line = story.opens(story.app(u"crm"_s), device);
            call = story.call(device, CallState::Connected, u"101"_s, u"102"_s);
            handle = story.handle(call, line);
            story.tells();
        }
        QModelIndex index(Column column) const { return model.index(model.rowOf(handle), int(column)); }
        static QStyleOptionViewItem option(const QPalette &palette, const QRect &rect)
        {
            QStyleOptionViewItem option;
            option.palette = palette;
            option.rect = rect;
            option.state = QStyle::State_Enabled | QStyle::State_Active;
            return option;
        }
        void paint(QPainter *painter, Column column, const QPalette &palette, const QRect &rect) const
        {
            HandleDelegate().paint(painter, option(palette, rect), index(column));
        }
        QImage paint(Column column, const QPalette &palette) const
        {
            QImage image(260, 24, QImage::Format_RGB32);
            image.fill(palette.color(QPalette::Base));
            QPainter painter(&image);
            paint(&painter, column, palette, image.rect());
            return image;
        }

        Storyteller story;
        HandleModel model{&story.live, &story.clock};
        CallId call;
        HCall handle;
    };
};

QTEST_MAIN(TestHandleDelegate)
#include "tst_handledelegate.moc"
