package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Repositories of parcels as they are searched, resolved and mirrored. */
class ParcelRepositoryVerbsTest extends ParcelFolder {

    @Test
    void isFoundInARepository() throws IOException {
        pushed("shop", "1.0.0", "money");
        pushed("shop", "1.10.0", "money");
        pushed("money", "2.0.0", "gold optional");

        assertThat(ok("parcel", "search", "--from", repository, "-o", "csv"))
                .contains("money,2.0.0,", "shop,1.10.0,")
                .doesNotContain("shop,1.0.0,");
        assertThat(
                        ok(
                                "parcel",
                                "search",
                                "SHOP",
                                "--from",
                                repository,
                                "--all-versions",
                                "-o",
                                "names"))
                .isEqualTo("shop\nshop\n");
        run(1, "parcel", "search", "nothing", "--from", repository);
    }

    @Test
    void whatWasChosenIsChosenAgain() throws IOException {
        pushed("shop", "1.0.0", "money");
        pushed("money", "2.0.0", "gold optional");
        String lock = at("parcel.lock");
        run(0, "parcel", "resolve", "shop", "--from", repository, "--lock", lock);
        String first = Files.readString(Path.of(lock));
        pushed("money", "2.1.0", "gold optional");

        ok("parcel", "resolve", "shop", "--from", repository, "--lock", lock);

        assertThat(first).contains("binding.money = money", "version = 2.0.0");
        assertThat(Path.of(lock)).hasContent(first);
        assertThat(ok("parcel", "resolve", "shop", "--from", repository))
                .contains("version = 2.1.0");
        assertThat(ok("parcel", "resolve", "shop", "--from", repository, "--pin", "money=2.0.0"))
                .isEqualTo(first);
    }

    @Test
    void saysWhyNothingGoesTogether() throws IOException {
        pushed("shop", "1.0.0", "money >= 3");
        pushed("money", "2.0.0", "gold optional");

        assertThat(run(1, "parcel", "resolve", "shop", "--from", repository).err())
                .contains("Nothing goes together", "parcel.unresolved");
        Files.writeString(folder.resolve("bad.lock"), "[lock]\n");
        assertThat(
                        run(
                                        1,
                                        "parcel",
                                        "resolve",
                                        "money",
                                        "--from",
                                        repository,
                                        "--lock",
                                        at("bad.lock"))
                                .err())
                .contains("parcel.lock-wrong");
    }

    @Test
    void isMirroredOnce() throws IOException {
        pushed("shop", "1.0.0", "money");
        pushed("money", "2.0.0", "gold optional");
        ok("parcel", "pull", "money:2.0.0", "--from", repository, "--to", at("mirror"));

        Terminal.Outcome first = run(0, "parcel", "mirror", repository, at("mirror"));
        Terminal.Outcome second = run(0, "parcel", "mirror", repository, at("mirror"));

        assertThat(first.out()).isEqualTo("shop:1.0.0\n");
        assertThat(first.err()).contains("1 copied, 1 were there.");
        assertThat(second.out()).isEmpty();
        assertThat(second.err()).contains("0 copied, 2 were there.");
    }
}
