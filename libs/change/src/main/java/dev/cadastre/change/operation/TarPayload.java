package dev.cadastre.change.operation;

import dev.cadastre.change.script.Payload;
import dev.cadastre.change.tar.TarWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Archives of files whose content is not copied for that. */
final class TarPayload {

    private TarPayload() {}

    /** The archive of these files, by path below a folder, in their order. */
    static Payload of(Map<String, Payload> files) {
        List<Payload> parts = new ArrayList<>();
        for (Map.Entry<String, Payload> file : files.entrySet()) {
            long size = file.getValue().size();
            parts.add(written(tar -> tar.begin("./" + file.getKey(), false, size)));
            parts.add(file.getValue());
            parts.add(written(tar -> tar.pad(size)));
        }
        parts.add(written(TarWriter::end));
        return Payload.joined(parts);
    }

    /** Writes a part of an archive. */
    private interface Part {
        void write(TarWriter tar) throws IOException;
    }

    private static Payload written(Part part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            part.write(new TarWriter(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written to", e);
        }
        return Payload.ofOwn(bytes.toByteArray());
    }
}
