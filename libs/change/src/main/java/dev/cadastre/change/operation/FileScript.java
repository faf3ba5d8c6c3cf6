package dev.cadastre.change.operation;

import dev.cadastre.change.script.Payload;
import dev.cadastre.change.script.Script;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The scripts for a single file. */
final class FileScript {

    /** A text up to this size is part of the script, so that its difference is seen. */
    private static final int MOST_INLINE = 64 << 10;

    /** The digest of no file. */
    private static final String NOTHING = "-";

    private FileScript() {}

    static Script writing(String target, Payload content, FileRights rights) {
        return writing(target, content, rights, "");
    }

    /** The same over nothing but content of that digest, if there is one. */
    private static Script writing(String target, Payload content, FileRights rights, String over) {
        Optional<String> text = shortText(content);
        Script script =
                OperationScript.of("copy-file.sh")
                        .with("target", target)
                        .with(rights)
                        .with("size", Long.toString(content.size()))
                        .with("wished_sha", ContentDigest.sha256(content))
                        .with("wished_crc", ContentDigest.cksum(content))
                        .with("only_over", over)
                        .with("inline", text.isPresent())
                        .with("content", text.orElse(""))
                        .script();
        return text.isPresent() ? script : script.reading(content);
    }

    /** Brings back what was there before the target was written. */
    static Optional<Script> undo(String target, Map<String, String> before) {
        String state = before.getOrDefault("state", "");
        String written = before.getOrDefault("wrote", "");
        if (state.isEmpty()) {
            return Optional.empty();
        }
        // It is told what is written before it is; without that, all is as it was.
        if (state.equals("absent")) {
            return Optional.of(
                    OperationScript.of("remove-file.sh")
                            .with("target", target)
                            .with("only_over", written.isEmpty() ? NOTHING : written)
                            .script());
        }
        if (written.isEmpty()) {
            return Optional.of(rights(target, before));
        }
        if (before.containsKey("content.size")) {
            return Optional.empty();
        }
        String content = before.get("content");
        return Optional.of(
                content == null
                        ? rights(target, before)
                        : writing(
                                target,
                                Payload.ofOwn(Base64.getDecoder().decode(content)),
                                rights(before),
                                written));
    }

    /** Writes what was there before it was removed; whatever has come there since stays. */
    static Script bringingBack(String target, Payload content, Map<String, String> before) {
        Script script =
                OperationScript.of("restore-file.sh")
                        .with("target", target)
                        .with(rights(before))
                        .with("size", Long.toString(content.size()))
                        .with("wished_sha", ContentDigest.sha256(content))
                        .with("wished_crc", ContentDigest.cksum(content))
                        .script();
        return script.reading(content);
    }

    /** Gives back the rights that were. */
    static Script rights(String target, Map<String, String> before) {
        return OperationScript.of("change-rights.sh")
                .with("target", target)
                .with(rights(before))
                .script();
    }

    private static FileRights rights(Map<String, String> before) {
        String[] owner = before.getOrDefault("owner", ":").split(":", 2);
        return new FileRights(before.getOrDefault("mode", ""), owner[0], owner[1]);
    }

    private static Optional<String> shortText(Payload content) {
        if (content.size() > MOST_INLINE) {
            return Optional.empty();
        }
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(content.bytes()))
                            .toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
