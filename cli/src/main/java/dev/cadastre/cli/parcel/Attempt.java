package dev.cadastre.cli.parcel;

import dev.cadastre.cli.server.Failure;
import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.artefact.ArtefactRefused;
import dev.cadastre.parcel.draft.NoSource;
import dev.cadastre.parcel.registry.RegistryRefused;
import dev.cadastre.parcel.trust.UnusableKey;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Work with files and registries, whose failures are told as a command's own. */
@FunctionalInterface
public interface Attempt<T> {

    /** Does it. */
    T make() throws IOException;

    /**
     * Does it.
     *
     * @throws Failure if it cannot be done
     */
    static <T> T of(Attempt<T> work) {
        try {
            return work.make();
        } catch (ArtefactRefused e) {
            throw new Failure(
                    Failure.Kind.NO,
                    "The parcel is refused",
                    e.problems().stream().map(Problem::toString).toList());
        } catch (RegistryRefused e) {
            throw new Failure(
                    Failure.Kind.NO, String.valueOf(e.getMessage()), e, e.reason().remedy());
        } catch (NoSource e) {
            throw new Failure(
                    Failure.Kind.NO,
                    String.valueOf(e.getMessage()),
                    e,
                    "Name what there is of the application by --from.");
        } catch (UnusableKey e) {
            throw new Failure(
                    Failure.Kind.NO,
                    String.valueOf(e.getMessage()),
                    e,
                    "Name another key, or give its password.");
        } catch (FileAlreadyExistsException e) {
            throw new Failure(
                    Failure.Kind.NO, e.getFile() + " is there already", e, "Name another place.");
        } catch (NoSuchFileException e) {
            throw new Failure(
                    Failure.Kind.NO, e.getFile() + " is not there", e, "See what it is called.");
        } catch (FileSystemException e) {
            String reason = e.getReason() == null ? "" : ": " + e.getReason();
            throw new Failure(
                    Failure.Kind.NO,
                    e.getFile() + " cannot be used" + reason,
                    e,
                    "See what it is, and whether you may use it.");
        } catch (IOException e) {
            throw new Failure(
                    Failure.Kind.NO,
                    message(e),
                    e,
                    "See that it is there and that you may use it.");
        }
    }

    private static String message(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
