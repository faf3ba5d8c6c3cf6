package dev.cadastre.acceptance.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SmallPictureTest {

    private static final int SIDE = 64;

    private static byte[] png(IntBinaryOperator colour) throws IOException {
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < SIDE; x++) {
            for (int y = 0; y < SIDE; y++) {
                picture.setRGB(x, y, colour.applyAsInt(x, y));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    private static int at(byte[] png, int x, int y) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png)).getRGB(x, y) & 0xffffff;
    }

    @Test
    void fewColoursStayWhatTheyAre() throws IOException {
        byte[] small = SmallPicture.of(png((x, y) -> (x % 16) << 20 | (y % 16) << 4));

        for (int x = 0; x < SIDE; x++) {
            for (int y = 0; y < SIDE; y++) {
                assertThat(at(small, x, y)).isEqualTo((x % 16) << 20 | (y % 16) << 4);
            }
        }
    }

    @Test
    void ofManyColoursEachIsAlmostWhatItWas() throws IOException {
        byte[] small = SmallPicture.of(png((x, y) -> x << 18 | y << 10 | (x + y)));

        assertThat(Palette.distance(at(small, 10, 40), 10 << 18 | 40 << 10 | (10 + 40)))
                .isLessThan(3 * 12 * 12);
    }

    @Test
    void aRareColourIsNotLost() throws IOException {
        byte[] small =
                SmallPicture.of(png((x, y) -> x == 5 && y < 8 ? 0xff0000 : x << 2 | y << 10));

        assertThat(Palette.distance(at(small, 5, 3), 0xff0000)).isLessThan(3 * 20 * 20);
    }
}
