package dev.cadastre.acceptance;

import dev.cadastre.acceptance.recording.SmallPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pictures of pages that the documents show; taken anew with -Dcadastre.screenshots=true. */
final class Screenshots {

    static final Path IMAGES = Programs.CHECKOUT.resolve("docs/images");

    /** Whether what the documents show is to be made anew. */
    static final boolean ARE_TAKEN = Boolean.getBoolean("cadastre.screenshots");

    private static final Pattern PICTURE = Pattern.compile("images/([a-z0-9-]+)\\.png");

    /** The names of those that the README and the manual show. */
    static final Set<String> SHOWN = shown();

    private Screenshots() {}

    private static Set<String> shown() {
        return MarkdownBlocks.documents().stream()
                .flatMap(document -> PICTURE.matcher(document).results())
                .map(picture -> picture.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Makes a picture the one of that name, if pictures are to be taken anew and one is shown. */
    static void keep(Path picture, String name) throws IOException {
        if (ARE_TAKEN && SHOWN.contains(name)) {
            Path image = IMAGES.resolve(name + ".png");
            Files.write(image, SmallPicture.of(Files.readAllBytes(picture)));
        }
    }
}
