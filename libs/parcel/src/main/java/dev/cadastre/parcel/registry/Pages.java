package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.ImageIndex;
import dev.cadastre.parcel.oci.MalformedJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Lists that a registry answers in pages, read to the end. */
final class Pages {

    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_PAGES = 10_000;

    private Pages() {}

    /** What is done with each page; whether there may be another. */
    private interface Page {
        int read(Answer answer) throws IOException;
    }

    /** The texts of a member, which may be missing; none if there is no such thing. */
    static List<String> texts(Exchange exchange, Call first, String member, int most)
            throws IOException {
        List<String> all = new ArrayList<>();
        read(
                exchange,
                first,
                most,
                answer -> {
                    JsonNode list = answer.json(MOST_BYTES).path(member);
                    for (JsonNode item : list.values()) {
                        all.add(item.asString(""));
                    }
                    return all.size();
                });
        return all;
    }

    /** The manifests of indexes; empty if there is no such thing. */
    static Optional<ImageIndex> indexes(Exchange exchange, Call first, int most)
            throws IOException {
        List<Descriptor> all = new ArrayList<>();
        boolean isThere =
                read(
                        exchange,
                        first,
                        most,
                        answer -> {
                            answer.requireNoPage();
                            all.addAll(index(answer).manifests());
                            return all.size();
                        });
        return isThere ? Optional.of(ImageIndex.EMPTY.withAll(all)) : Optional.empty();
    }

    private static ImageIndex index(Answer answer) throws IOException {
        try {
            return ImageIndex.read(answer.body(MOST_BYTES));
        } catch (MalformedJson e) {
            throw answer.wrong("its list is no index: " + e.getMessage());
        }
    }

    private static boolean read(Exchange exchange, Call first, int most, Page page)
            throws IOException {
        Optional<Call> next = Optional.of(first);
        for (int number = 0; next.isPresent() && number < MOST_PAGES; number++) {
            Optional<Answer> found = exchange.find(next.get());
            if (found.isEmpty()) {
                return number > 0;
            }
            try (Answer answer = found.get()) {
                if (page.read(answer) > most) {
                    throw answer.wrong("its list has more than %d entries".formatted(most));
                }
                next = next(exchange, next.get(), answer);
            }
        }
        return true;
    }

    private static Optional<Call> next(Exchange exchange, Call call, Answer answer)
            throws RegistryRefused {
        Optional<String> address = Addresses.nextPage(answer.headers("Link"));
        return address.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        call.at(
                                Addresses.next(
                                        answer, address.get(), exchange.settings().encryption())));
    }
}
