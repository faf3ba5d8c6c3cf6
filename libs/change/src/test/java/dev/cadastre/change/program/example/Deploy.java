package dev.cadastre.change.program.example;

import static dev.cadastre.change.Job.job;

import dev.cadastre.change.At;
import dev.cadastre.change.Change;
import dev.cadastre.change.ChangeProgram;
import dev.cadastre.change.EngineOperation.CloseBundle;
import dev.cadastre.change.EngineOperation.OpenBundle;
import dev.cadastre.change.Given;
import dev.cadastre.change.operation.CopyFile;
import dev.cadastre.change.operation.EnsureDirectory;
import dev.cadastre.change.operation.FileRights;

/** Brings the shop to its hosts. */
public final class Deploy implements ChangeProgram {

    @Override
    public Change change(Given given) {
        String version = given.text("version");
        return Change.of(
                "shop",
                job(At.REMOTE, new OpenBundle("shop")),
                job(At.REMOTE, new EnsureDirectory("/etc/shop", FileRights.mode("0755")))
                        .as("root"),
                job(At.REMOTE, new CopyFile("shop.conf", "/etc/shop/shop.conf", FileRights.ANY))
                        .named("configuration")
                        .as("root")
                        .restarting("shop"),
                job(At.REMOTE, new MarkRelease("/etc/shop/release", version))
                        .named("release")
                        .as("root"),
                job(At.REMOTE, new CloseBundle()));
    }
}
