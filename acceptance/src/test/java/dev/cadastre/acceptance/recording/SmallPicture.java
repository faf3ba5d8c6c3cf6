package dev.cadastre.acceptance.recording;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Makes a picture of a page a third as large: as PNG with a palette, which is as sharp. */
public final class SmallPicture {

    private SmallPicture() {}

    /** The same picture, of at most 256 colours; what is lost is not seen on pages. */
    public static byte[] of(byte[] png) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
            return written(withPalette(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage withPalette(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel & Palette.RGB, 1, Integer::sum);
        }
        Palette palette = Palette.of(counts);
        Map<Integer, Integer> nearest = new HashMap<>();
        counts.keySet().forEach(colour -> nearest.put(colour, palette.nearest(colour)));
        int[] colours = palette.colours();
        IndexColorModel model =
                new IndexColorModel(Byte.SIZE, colours.length, colours, 0, false, -1, 0);
        BufferedImage small =
                new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        byte[] line = new byte[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                line[x] = nearest.getOrDefault(pixels[y * width + x] & Palette.RGB, 0).byteValue();
            }
            small.getRaster().setDataElements(0, y, width, 1, line);
        }
        return small;
    }

    private static byte[] written(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam smallest = writer.getDefaultWriteParam();
            smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            smallest.setCompressionQuality(0);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, List.of(), null), smallest);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
