package dev.cadastre.server.change.running;

import dev.cadastre.change.run.Sealing;
import dev.cadastre.server.storage.MasterKey;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps in journals what was on hosts before, by the server's key where a secret is in it. */
@Component
class SealedBefore implements Sealing {

    private static final String PLACE = "change.entry";

    private final MasterKey key;

    SealedBefore(MasterKey key) {
        this.key = key;
    }

    @Override
    public String seal(String text) {
        return Base64.getEncoder().encodeToString(key.seal(PLACE, text));
    }

    @Override
    public @Nullable String open(String sealed) {
        try {
            return key.open(PLACE, Base64.getDecoder().decode(sealed));
        } catch (IllegalArgumentException | MasterKey.Unsealable _) {
            return null;
        }
    }
}
