// The part of zzfx that the page uses.

declare module "zzfx" {
  export const ZZFX: {
    volume: number;
    audioContext: AudioContext;
    buildSamples(...parameters: number[]): number[];
    playSamples(channels: number[][], volumeScale?: number): AudioBufferSourceNode;
  };
}
