package dev.cadastre.server.web.api.parcel;

import dev.cadastre.server.parcels.KeptParcel;
import dev.cadastre.server.parcels.repository.ParcelManual;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Files of operations manuals, for who may read parcels. */
@Component
public class ManualFiles {

    private static final String MARKDOWN = "text/markdown;charset=UTF-8";

    private final KnownParcels known;

    ManualFiles(KnownParcels known) {
        this.known = known;
    }

    /**
     * A file of a parcel's manual, as it was written; it may say anything.
     *
     * @param path with a slash before it
     * @throws dev.cadastre.server.web.api.problem.ProblemException if there is no such parcel or
     *     file
     */
    public ResponseEntity<byte[]> answer(String name, String version, String path)
            throws IOException {
        KeptParcel kept = known.kept(name, version);
        String file = path.substring(1);
        byte[] content =
                known.manual(kept).read(file).orElseThrow(() -> KnownParcels.noFile(kept, file));
        return ResponseEntity.ok()
                .contentType(
                        ParcelManual.isPage(file)
                                ? MediaType.parseMediaType(MARKDOWN)
                                : MediaType.APPLICATION_OCTET_STREAM)
                .body(content);
    }
}
