package org.cotejo.ocr.surrogates.leptonica;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.leptonica.global.leptonica;

/**
 * Loads Leptonica and Tesseract into the process, once, set up for several single-threaded workers.
 */
public final class NativeLibraries {
  private NativeLibraries() {}

  /** Loads the libraries; quick when that was done before. */
  public static void load() {
    Once.loaded();
  }

  /** Class initialisation runs once and makes later callers wait. */
  private static final class Once {
    static {
      // JavaCPP would run the garbage collector, and then refuse to allocate, when the process is
      // larger than a multiple of the Java heap; our native memory is bounded by the page limits
      // and freed explicitly.
      System.setProperty("org.bytedeco.javacpp.nopointergc", "true");
      System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
      limitOpenMpThreads();
      Loader.load(leptonica.class);
      leptonica.setMsgSeverity(leptonica.L_SEVERITY_NONE);
    }

    static void loaded() {
      // The work is in the initialiser.
    }

    /**
     * Workers are the parallelism; OpenMP threads inside each only fight with them (a neighbour
     * without the limit got nothing done). The library reads the variable while it is loaded, so it
     * is set in the process's own environment first, unless the operator has set it.
     */
    @SuppressWarnings("restricted") // the start commands allow native access
    private static void limitOpenMpThreads() {
      Linker linker = Linker.nativeLinker();
      MethodHandle setenv =
          linker.downcallHandle(
              linker.defaultLookup().findOrThrow("setenv"),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT,
                  ValueLayout.ADDRESS,
                  ValueLayout.ADDRESS,
                  ValueLayout.JAVA_INT));
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment name = arena.allocateFrom("OMP_THREAD_LIMIT");
        MemorySegment value = arena.allocateFrom("1");
        int result = (int) setenv.invokeExact(name, value, 0);
        if (result != 0) {
          throw new IllegalStateException("setenv answered " + result);
        }
      } catch (Error | RuntimeException failure) {
        throw failure;
      } catch (Throwable failure) {
        throw new IllegalStateException("the environment of the process cannot be set", failure);
      }
    }
  }
}
