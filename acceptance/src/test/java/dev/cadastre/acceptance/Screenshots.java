package dev.cadastre.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The pictures of pages that the documents show; taken anew with -Dcadastre.screenshots=true. */
final class Screenshots {

    private static final Path IMAGES = Programs.CHECKOUT.resolve("docs/images");

    private Screenshots() {}

    /** Makes a picture the one of that name, if pictures are to be taken anew. */
    static void keep(Path picture, String name) throws IOException {
        if (Boolean.getBoolean("cadastre.screenshots")) {
            Path image = IMAGES.resolve(name + ".png");
            Files.copy(picture, image, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
